using System.IO.Compression;

namespace DocGen.Infrastructure;

/// <summary>
/// What gzip content (RFC 1952) holds. Content that was cut short is an error, which the framework's own stream does not
/// notice: behind the content it is given one more member, a mark, which comes out only where all before it is complete.
/// </summary>
internal sealed class GunzipStream : Stream
{
    private static readonly byte[] Mark = "the end."u8.ToArray();
    private static readonly byte[] MarkMember = Compress(Mark);

    private readonly Stream _coded;
    private readonly GZipStream _plain;
    private readonly byte[] _tail = new byte[Mark.Length];
    private int _kept;
    private int _isBusy;

    public GunzipStream(Stream coded)
    {
        _coded = coded;
        _plain = new GZipStream(new MarkedStream(coded), CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The content is no gzip, is damaged, or ends too early.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(Interlocked.Exchange(ref _isBusy, 1) != 0, this);
        try
        {
            while (buffer.Length > 0)
            {
                int count = await _plain.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (count == 0 && !_tail.AsSpan(0, _kept).SequenceEqual(Mark))
                    throw new InvalidDataException("The gzip content ends too early.");
                int ready = KeepBack(buffer.Span, count);
                if (ready > 0 || count == 0)
                    return ready;
            }
            return 0;
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _coded.Dispose();
            // A read under way, which that has ended, still holds the framework's buffers: they must not go back to their pool.
            if (Interlocked.Exchange(ref _isBusy, 1) == 0)
                _plain.Dispose();
        }
        base.Dispose(disposing);
    }

    // What was kept and what came: all but the last bytes of the two, which may be the mark, are ready.
    private int KeepBack(Span<byte> buffer, int count)
    {
        int ready = Math.Max(0, _kept + count - Mark.Length);
        int kept = _kept + count - ready;
        Span<byte> tail = stackalloc byte[kept];
        for (int i = 0; i < kept; i++)
            tail[i] = ready + i < _kept ? _tail[ready + i] : buffer[ready + i - _kept];

        int before = Math.Min(_kept, ready);
        buffer[..(ready - before)].CopyTo(buffer[before..]);
        _tail.AsSpan(0, before).CopyTo(buffer);
        tail.CopyTo(_tail);
        _kept = kept;
        return ready;
    }

    private static byte[] Compress(byte[] bytes)
    {
        var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return member.ToArray();
    }

    /// <summary>The coded content, and behind it the mark.</summary>
    private sealed class MarkedStream(Stream coded) : Stream
    {
        private readonly MemoryStream _mark = new(MarkMember);
        private bool _isOver;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = _isOver ? 0 : await coded.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count > 0 || buffer.Length == 0)
                return count;
            _isOver = true;
            return _mark.Read(buffer.Span);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
