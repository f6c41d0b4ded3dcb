using System.IO.Compression;

namespace DocGen.Infrastructure;

/// <summary>
/// What gzip content (RFC 1952) holds. Content that was cut short is an error, which the framework's own stream does
/// not notice: behind the content it is given one more member, a mark, which comes out only where all before it is
/// complete.
/// </summary>
internal sealed class GunzipStream : Stream
{
    private static readonly byte[] Mark = "the end."u8.ToArray();
    private static readonly byte[] MarkMember = Compress(Mark);

    private readonly Stream _coded;
    private readonly MarkedStream _source;
    private readonly GZipStream _plain;
    private int _seen;
    private int _isBusy;

    /// <param name="coded">The content.</param>
    /// <param name="mayBeEmpty">
    /// Whether no byte at all may stand for no content, as some services send it; else that is content that was cut
    /// short.
    /// </param>
    public GunzipStream(Stream coded, bool mayBeEmpty)
    {
        _coded = coded;
        _source = new MarkedStream(coded, mayBeEmpty);
        _plain = new GZipStream(_source, CompressionMode.Decompress);
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
            while (true)
            {
                int count = await _plain.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                // More is read only where nothing is left to come out: what comes once the content is over is the mark.
                if (!_source.IsOver || buffer.Length == 0 || (count == 0 && _seen == Mark.Length))
                    return count;
                if (count == 0 || !Mark.AsSpan(_seen).StartsWith(buffer.Span[..count]))
                    throw new InvalidDataException("The gzip content ends too early.");
                _seen += count;
            }
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
            // A read under way, which that has ended, still holds the framework's buffers: they must not go back to
            // their pool.
            if (Interlocked.Exchange(ref _isBusy, 1) == 0)
                _plain.Dispose();
        }
        base.Dispose(disposing);
    }

    private static byte[] Compress(byte[] bytes)
    {
        var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return member.ToArray();
    }

    /// <summary>The coded content, and behind it the mark.</summary>
    private sealed class MarkedStream(Stream coded, bool mayBeEmpty) : Stream
    {
        private readonly MemoryStream _mark = new(MarkMember);
        private bool _isMarked = mayBeEmpty;

        /// <summary>Whether all of the content was read.</summary>
        public bool IsOver { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = IsOver ? 0 : await coded.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            _isMarked |= count > 0;
            if (count > 0 || buffer.Length == 0)
                return count;
            IsOver = true;
            return _isMarked ? _mark.Read(buffer.Span) : 0;
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
