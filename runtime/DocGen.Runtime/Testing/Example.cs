namespace DocGen.Infrastructure;

/// <summary>A documented example response.</summary>
/// <param name="Request">The class name of the requests that get this response.</param>
/// <param name="Names">The names in the annotation of the example and in the annotation of its request.</param>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Headers">The header lines.</param>
/// <param name="Body">The body; empty if there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record Example(string Request, string[] Names, int Status, string[] Headers, string Body)
{
    internal HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)),
        };
        foreach (string header in Headers)
        {
            int colon = header.IndexOf(':', StringComparison.Ordinal);
            (string name, string value) = (header[..colon], header[(colon + 1)..].Trim());
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content.Headers.TryAddWithoutValidation(name, value);
        }
        return message;
    }
}
