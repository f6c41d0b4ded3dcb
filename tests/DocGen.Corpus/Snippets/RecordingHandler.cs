using System.Net;
using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Corpus;

/// <summary>Records the first request and returns the response that the page shows.</summary>
internal sealed class RecordingHandler(ShownAnswer answer) : HttpMessageHandler
{
    private bool _isRedirected;

    public SentRequest? First { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        if (First is null)
        {
            byte[]? body = request.Content is null ? null
                : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            IEnumerable<KeyValuePair<string,
                IEnumerable<string>>> headers = request.Headers.NonValidated
                .Select(h => KeyValuePair.Create(h.Key, (IEnumerable<string>)h.Value));
            if (request.Content is { } content)
                headers = headers
                    .Concat(content.Headers.NonValidated
                    .Select(h => KeyValuePair.Create(h.Key, (IEnumerable<string>)h.Value)));
            First = new SentRequest(
                request.Method.Method, request.RequestUri!,
                    headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
                    body);
            _isRedirected = answer.Status is >= 300 and < 400;
            return Answer(answer, request);
        }

        // The page does not show the target of a redirect, so its response is empty.
        return _isRedirected ? new HttpResponseMessage { RequestMessage = request } : throw new EndOfProofException();
    }

    private static HttpResponseMessage Answer(ShownAnswer answer, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer.Body)),
        };
        foreach (ShownHeader header in answer.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(header.Name, header.Value))
                message.Content.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        return message;
    }
}
