namespace DocGen.Infrastructure;

/// <summary>A range of an upload.</summary>
internal sealed class RangeBody(ReadOnlyMemory<byte> bytes, ContentRangeHeaderValue range) : RequestBody
{
    private int _senders;

    public int Length => bytes.Length;

    /// <summary>Whether the bytes are on their way: a service may answer before it has read them all.</summary>
    public bool IsSending => Volatile.Read(ref _senders) > 0;

    internal override bool CanReplay => true;

    internal override string ContentType => "application/octet-stream";

    internal override HttpContent CreateContent(Action moved) =>
        new PieceContent((target, cancellationToken) => SendAsync(target, moved, cancellationToken), bytes.Length)
        {
            Headers = { ContentRange = range },
        };

    private async Task SendAsync(Stream target, Action moved, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _senders);
        try
        {
            for (int sent = 0; sent < bytes.Length; sent += PieceContent.PieceSize)
            {
                ReadOnlyMemory<byte> piece = bytes.Slice(sent, Math.Min(PieceContent.PieceSize, bytes.Length - sent));
                await target.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
                moved();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _senders);
        }
    }
}
