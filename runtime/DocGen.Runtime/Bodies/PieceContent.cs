using System.Buffers;

namespace DocGen.Infrastructure;

/// <summary>Content that is sent piece by piece, and tells of each: what a body holds stays open, whoever sends it.</summary>
internal sealed class PieceContent(Func<Stream, CancellationToken, Task> send, long? length) : HttpContent
{
    public const int PieceSize = 64 * 1024;

    /// <summary>Copies a stream piece by piece, and tells of the length of each.</summary>
    public static async Task CopyAsync(
        Stream source, Stream target, Action<int> moved, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            int count;
            while ((count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                moved(count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

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
