namespace DocGen.Infrastructure;

/// <summary>
/// A body of text that is encoded once. The bytes are not pooled: a connection may still send them after the response
/// has arrived, and does not report when it has sent all of them.
/// </summary>
internal abstract class BytesBody(byte[] bytes, string contentType) : RequestBody
{
    public ReadOnlySpan<byte> Utf8Text => bytes;

    internal override bool CanReplay => true;

    internal override string ContentType => contentType;

    internal override HttpContent CreateContent(Action moved) => new Content(bytes, moved)
    {
        Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType) },
    };

    private sealed class Content(byte[] bytes, Action moved) : ByteArrayContent(bytes)
    {
        private readonly byte[] _bytes = bytes;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(
            Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            moved();
            return PieceContent.WriteAsync(_bytes, stream, null, moved, cancellationToken);
        }
    }
}
