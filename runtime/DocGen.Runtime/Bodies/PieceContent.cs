using System.Buffers;

namespace DocGen.Infrastructure;

/// <summary>Content that is sent piece by piece, and tells of each: what a body holds stays open, whoever sends it.</summary>
internal sealed class PieceContent(Func<Stream, CancellationToken, Task> send, long? length) : HttpContent
{
    public const int PieceSize = 64 * 1024;

    /// <summary>Copies a stream piece by piece, and tells of the length of each.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="target">Where to.</param>
    /// <param name="moved">Is told the length of each piece.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    /// <param name="isCallers">Whether the source is the caller's own, whose failure is not the connection's.</param>
    /// <exception cref="SourceException">The caller's stream failed.</exception>
    public static async Task CopyAsync(
        Stream source, Stream target, Action<int> moved, CancellationToken cancellationToken, bool isCallers = false)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            int count;
            while ((count = await ReadAsync(source, buffer, isCallers, cancellationToken).ConfigureAwait(false)) > 0)
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

    private static async ValueTask<int> ReadAsync(
        Stream source, byte[] buffer, bool isCallers, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (isCallers && exception is not OperationCanceledException)
        {
            throw new SourceException(exception);
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
