namespace DocGen.Infrastructure;

/// <summary>Content that is sent piece by piece, and tells of each: what a body holds stays open, whoever sends it.</summary>
internal sealed class PieceContent(Func<Stream, CancellationToken, Task> send, long? length) : HttpContent
{
    public const int PieceSize = 64 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        send(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) => send(stream, cancellationToken);

    protected override bool TryComputeLength(out long computed)
    {
        computed = length ?? 0;
        return length is not null;
    }
}
