namespace DocGen.Infrastructure;

/// <summary>
/// JSON, written once. Its bytes are not pooled: a connection may go on sending them after the answer has come, and
/// nothing says when it is done.
/// </summary>
internal class JsonBody(byte[] json, string contentType = "application/json") : RequestBody
{
    public ReadOnlySpan<byte> Utf8Text => json;

    internal override bool CanReplay => true;

    internal override string ContentType => contentType;

    internal override HttpContent CreateContent(Action moved) => new Content(json, moved)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(ContentType) },
    };

    private sealed class Content(byte[] json, Action moved) : ByteArrayContent(json)
    {
        private readonly byte[] _json = json;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(
            Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            moved();
            return PieceContent.WriteAsync(_json, stream, null, moved, cancellationToken);
        }
    }
}
