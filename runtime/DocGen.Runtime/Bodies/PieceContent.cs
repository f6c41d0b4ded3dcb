using System.Buffers;

namespace DocGen.Infrastructure;

/// <summary>Content that is sent in pieces. Disposing of it leaves the body's stream open.</summary>
/// <param name="send">Sends the content.</param>
/// <param name="length">The length; null if it is unknown.</param>
/// <param name="started">Called when sending starts. A connection is then open.</param>
internal sealed class PieceContent(Func<Stream, CancellationToken, Task> send, long? length, Action started)
    : HttpContent
{
    public const int PieceSize = 64 * 1024;

    /// <summary>Copies a stream in pieces and reports the length of each.</summary>
    /// <param name="source">The stream to read.</param>
    /// <param name="target">The stream to write to.</param>
    /// <param name="moved">Called with the length of each piece.</param>
    /// <param name="cancellationToken">Cancels the copying.</param>
    /// <param name="isCallers">
    /// Whether the source is the caller's stream, whose failures are not connection failures.
    /// </param>
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

    /// <summary>Writes bytes in pieces, so that progress on a slow connection is visible.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="target">The stream to write to.</param>
    /// <param name="writing">Called before each piece, with the offset of its end.</param>
    /// <param name="moved">Called after each piece.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public static async Task WriteAsync(
        ReadOnlyMemory<byte> bytes, Stream target, Action<int>? writing, Action moved,
        CancellationToken cancellationToken)
    {
        for (int start = 0; start < bytes.Length; start += PieceSize)
        {
            ReadOnlyMemory<byte> piece = bytes.Slice(start, Math.Min(PieceSize, bytes.Length - start));
            writing?.Invoke(start + piece.Length);
            await target.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            moved();
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        started();
        return send(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length ?? 0;
        return length is not null;
    }
}
