namespace DocGen.Infrastructure;

/// <summary>The body of one range of an upload.</summary>
internal sealed class RangeBody(ReadOnlyMemory<byte> bytes, ContentRangeHeaderValue range) : RequestBody
{
    private int _senders;
    private int _sent;

    public int Length => bytes.Length;

    /// <summary>Whether the bytes are being sent: a service may respond before it has read all of them.</summary>
    public bool IsSending => Volatile.Read(ref _senders) > 0;

    internal override bool CanReplay => true;

    internal override string ContentType => "application/octet-stream";

    /// <summary>The largest number of bytes that any attempt has passed to a connection.</summary>
    public int Sent => Volatile.Read(ref _sent);

    internal override HttpContent CreateContent(Action moved) =>
        new PieceContent(
            (target, cancellationToken) => SendAsync(target, moved, cancellationToken), bytes.Length, moved)
        {
            Headers = { ContentRange = range },
        };

    private async Task SendAsync(Stream target, Action moved, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _senders);
        try
        {
            await PieceContent.WriteAsync(bytes, target, Writing, moved, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _senders);
        }
    }

    private void Writing(int end) => Volatile.Write(ref _sent, Math.Max(end, Sent));
}
