using System.IO.Compression;

namespace DocGen.Infrastructure;

/// <summary>
/// Decompresses gzip content (RFC 1952) and throws if it is truncated, which <see cref="GZipStream"/> does not detect:
/// one more gzip member, a marker, is appended to the content, and is decompressed only if all content before it is
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

    /// <param name="coded">The compressed content.</param>
    /// <param name="mayBeEmpty">
    /// Whether zero bytes mean empty content, as some services send it, instead of truncated content.
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

    /// <exception cref="InvalidDataException">The content is not gzip, is damaged, or ends too early.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(Interlocked.Exchange(ref _isBusy, 1) != 0, this);
        try
        {
            while (true)
            {
                int count = await _plain.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                // The marker is read only after all content is decompressed, so output after the end of the source is
                // the marker.
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
            // Disposing of the source ends a pending read, but that read still uses the buffers of GZipStream, so the
            // buffers must not go back to the pool.
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

    /// <summary>The compressed content, followed by the marker.</summary>
    private sealed class MarkedStream(Stream coded, bool mayBeEmpty) : Stream
    {
        private readonly MemoryStream _mark = new(MarkMember);
        private bool _isMarked = mayBeEmpty;

        /// <summary>Whether all content was read.</summary>
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
