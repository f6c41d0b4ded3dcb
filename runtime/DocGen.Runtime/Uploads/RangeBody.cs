namespace DocGen.Infrastructure;

/// <summary>A range of an upload.</summary>
internal sealed class RangeBody(ReadOnlyMemory<byte> bytes, ContentRangeHeaderValue range) : RequestBody
{
    private const int PieceSize = 64 * 1024;

    private int _senders;

    public int Length => bytes.Length;

    /// <summary>Whether the bytes are on their way: a service may answer before it has read them all.</summary>
    public bool IsSending => Volatile.Read(ref _senders) > 0;

    internal override bool CanReplay => true;

    internal override string ContentType => "application/octet-stream";

    internal override HttpContent CreateContent(Action moved) => new Content(this, moved)
    {
        Headers = { ContentRange = range },
    };

    private async Task SendAsync(Stream target, Action moved, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _senders);
        try
        {
            for (int sent = 0; sent < bytes.Length; sent += PieceSize)
            {
                ReadOnlyMemory<byte> piece = bytes.Slice(sent, Math.Min(PieceSize, bytes.Length - sent));
                await target.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
                moved();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _senders);
        }
    }

    private sealed class Content(RangeBody body, Action moved) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            body.SendAsync(stream, moved, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            body.SendAsync(stream, moved, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }
}
