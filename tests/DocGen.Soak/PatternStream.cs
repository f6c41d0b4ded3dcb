using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DocGen.Soak;

/// <summary>A stream that computes its content from a seed, so that content of any length uses no memory.</summary>
public sealed class PatternStream : Stream
{
    private static int s_open;
    private readonly ulong _seed;
    private readonly bool _canSeek;
    private readonly long _length;
    private long _position;
    private bool _isOpen = true;

    public PatternStream(int seed, long length, bool canSeek)
    {
        (_seed, _length, _canSeek) = ((ulong)seed * 0x9E3779B97F4A7C15, length, canSeek);
        Interlocked.Increment(ref s_open);
    }

    /// <summary>The number of streams that were created and not yet disposed.</summary>
    public static int OpenStreams => Volatile.Read(ref s_open);

    public override bool CanRead => _isOpen;

    public override bool CanSeek => _isOpen && _canSeek;

    public override bool CanWrite => false;

    public override long Length => _canSeek ? _length : throw new NotSupportedException();

    public override long Position
    {
        get => _canSeek ? _position : throw new NotSupportedException();
        set => _position = _canSeek ? value : throw new NotSupportedException();
    }

    public static byte[] Hash(int seed, long length)
    {
        using var stream = new PatternStream(seed, length, canSeek: false);
        return SHA256.HashData(stream);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, _length - _position);
        Span<byte> word = stackalloc byte[8];
        for (int done = 0; done < count;)
        {
            long position = _position + done;
            int skip = (int)(position % 8);
            BinaryPrimitives.WriteUInt64LittleEndian(word, Word((ulong)(position / 8)));
            int piece = Math.Min(8 - skip, count - done);
            word.Slice(skip, piece).CopyTo(buffer[done..]);
            done += piece;
        }
        _position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (_isOpen)
            Interlocked.Decrement(ref s_open);
        _isOpen = false;
        base.Dispose(disposing);
    }

    // SplitMix64: neighbouring words differ, so that a byte at the wrong position changes the hash.
    private ulong Word(ulong index)
    {
        ulong z = _seed + (index + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
