using System.Buffers;

namespace DocGen.Infrastructure;

/// <summary>A response body in one contiguous piece of pooled memory.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] _bytes;

    private BodyBuffer(byte[] bytes) => _bytes = bytes;

    /// <summary>An empty body.</summary>
    public static BodyBuffer Empty => new([]);

    public int Length { get; private set; }

    /// <summary>Whether the body has more bytes than the limit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The body without a byte order mark.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            ReadOnlySpan<byte> bytes = _bytes.AsSpan(0, Length);
            return bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        }
    }

    /// <summary>
    /// Reads a body up to a limit. With <paramref name="takesPart"/>, returns the bytes that arrived if the body breaks
    /// off. Without it, a body whose announced length exceeds the limit is not read at all.
    /// </summary>
    public static async ValueTask<BodyBuffer> ReadAsync(HttpContent content, int limit, IdleTimeout idle,
        bool takesPart = false)
    {
        var buffer = new BodyBuffer([]);
        try
        {
            buffer.IsCut = !takesPart && content.Headers.ContentLength > limit;
            if (!buffer.IsCut)
                await buffer.FillAsync(content, limit, idle).ConfigureAwait(false);
        }
        catch (Exception exception) when (
            takesPart && (exception is IOException or HttpRequestException or InvalidDataException || idle.HasExpired))
        {
            // A truncated body must not hide the status.
            return buffer;
        }
        catch (OperationCanceledException exception) when (idle.HasExpired)
        {
            throw idle.Failure(exception);
        }
        return buffer;
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private async ValueTask FillAsync(HttpContent content, int limit, IdleTimeout idle)
    {
        // One byte more than announced, or than the limit, so that reading the end needs no larger buffer.
        long most = limit + 1L;
        long announced = content.Headers.ContentLength is { } length and < int.MaxValue ? length + 1 : FirstSize;
        Stream stream = await content.ReadAsStreamAsync(idle.Token).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            Grow((int)Math.Min(announced, Math.Min(most, 1 << 20)));
            while (Length < most)
            {
                if (Length == _bytes.Length)
                    Grow((int)Math.Min(2L * _bytes.Length, Math.Min(most, Array.MaxLength)));
                Memory<byte> free = _bytes.AsMemory(Length, (int)Math.Min(_bytes.Length, most) - Length);
                ValueTask<int> read = stream.ReadAsync(free, idle.Token);
                // Data that arrived with the headers is read synchronously; the timer would be a needless cost.
                if (!read.IsCompleted)
                    idle.Restart();
                int count = await ReadAsync(read).ConfigureAwait(false);
                if (count == 0)
                    return;
                Length += count;
            }
            (IsCut, Length) = (true, limit);
        }
    }

    // Each coding's stream reports invalid data with a different exception.
    private static async ValueTask<int> ReadAsync(ValueTask<int> read)
    {
        try
        {
            return await read.ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    private void Grow(int size)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(size);
        _bytes.AsSpan(0, Length).CopyTo(larger);
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
