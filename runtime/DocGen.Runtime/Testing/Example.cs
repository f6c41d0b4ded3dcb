namespace DocGen.Infrastructure;

/// <summary>An answer that the docs show.</summary>
/// <param name="Request">The class of the requests it is an answer to.</param>
/// <param name="Names">What its annotation and that of its request call it.</param>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Headers">Each as it stands on its line.</param>
/// <param name="Body">The body; empty where there is none.</param>
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
