using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>
/// The content of an upload, read into memory range by range. So a retry sends the same bytes even if the stream can't
/// seek, and a failure of the stream is not mistaken for a connection failure.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The stream is the caller's.")]
internal sealed class UploadSource
{
    // The streams that can't seek and were read: later calls can't read the same bytes again. They are tracked per
    // session, because some streams are reused for other content, such as a server's stream for its next request.
    private static readonly ConditionalWeakTable<Stream, Uri> Consumed = [];

    private readonly Stream _stream;
    private readonly Uri _session;
    private readonly long _origin;
    private long _read;
    private byte[] _window = [];
    private long _start;
    private int _count;

    /// <param name="stream">The content, from the stream's current position.</param>
    /// <param name="length">The length, for a stream that cannot seek.</param>
    /// <param name="session">The URL of the session.</param>
    /// <exception cref="ArgumentException">
    /// The stream cannot be read, or its length is unknown or differs from the given length.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The stream was read for this session before and cannot seek.
    /// </exception>
    public UploadSource(Stream stream, long? length, Uri session)
    {
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        (_stream, _session) = (stream, session);
        if (!stream.CanSeek)
        {
            Length = length ?? throw new ArgumentException(
                $"The stream has no length, but a session needs the length with the first byte. Set " +
                $"{nameof(UploadOptions)}.{nameof(UploadOptions.Length)}.",
                nameof(stream));
            ArgumentOutOfRangeException.ThrowIfNegative(Length, nameof(length));
            if (Consumed.TryGetValue(stream, out Uri? before) && before == session)
            {
                throw new InvalidOperationException(
                    "The stream was already read for this session, and it cannot seek. " +
                    "Resume with a stream that can seek, or with a new one.");
            }
            return;
        }
        _origin = stream.Position;
        Length = stream.Length - _origin;
        if (length is not null && length != Length)
            throw new ArgumentException($"The stream has {Length} bytes from its position, not {length}.",
                nameof(length));
    }

    public long Length { get; }

    /// <summary>
    /// Reads bytes at an offset. They stay unchanged until the next call, or while they are being sent.
    /// </summary>
    /// <exception cref="EndOfStreamException">The stream is shorter than its given length.</exception>
    /// <exception cref="InvalidOperationException">
    /// The stream can't seek and is past the offset, or is longer than its given length.
    /// </exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(long start, int count, bool isSending,
        CancellationToken cancellationToken)
    {
        int kept = start >= _start && start < _start + _count ? (int)Math.Min(_start + _count - start, count) : 0;
        if (kept < count || isSending)
        {
            if (!_stream.CanSeek && kept > 0)
                kept = (int)(_start + _count - start);
            byte[] window = isSending || _window.Length < Math.Max(count, kept)
                ? new byte[Math.Max(count, kept)]
                : _window;
            _window.AsSpan((int)(kept > 0 ? start - _start : 0), kept).CopyTo(window);
            (_window, _start, _count) = (window, start, kept);
            if (_count < count)
                await FillAsync(count, cancellationToken).ConfigureAwait(false);
        }
        return _window.AsMemory((int)(start - _start), count);
    }

    /// <summary>
    /// Resets a seekable stream to its original position, for the next attempt. A failure is ignored: the caller
    /// receives the failure that ended this attempt.
    /// </summary>
    public void Rewind()
    {
        try
        {
            if (_stream.CanSeek)
                _stream.Position = _origin;
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
        }
    }

    private async Task FillAsync(int count, CancellationToken cancellationToken)
    {
        if (!_stream.CanSeek)
            Consumed.AddOrUpdate(_stream, _session);
        await MoveAsync(_start + _count, cancellationToken).ConfigureAwait(false);
        int wanted = count - _count;
        int got = await _stream
            .ReadAtLeastAsync(_window.AsMemory(_count, wanted), wanted, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        _count += got;
        _read += got;
        if (got < wanted)
            throw new EndOfStreamException($"The stream ended after {_start + _count} of {Length} bytes.");
        if (!_stream.CanSeek && _read == Length &&
            await _stream.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) > 0)
            throw new InvalidOperationException($"The stream has more than the stated {Length} bytes.");
    }

    private async Task MoveAsync(long offset, CancellationToken cancellationToken)
    {
        if (_stream.CanSeek)
        {
            _stream.Position = _origin + offset;
            return;
        }
        if (offset < _read)
        {
            throw new InvalidOperationException(
                $"The session requests byte {_start}, but the stream is past it and cannot seek. Resume with a " +
                $"stream that can seek, or with a new one.");
        }
        var skipped = new byte[Math.Min(offset - _read, 64 * 1024)];
        while (_read < offset)
        {
            int count = await _stream
                .ReadAsync(skipped.AsMemory(0, (int)Math.Min(skipped.Length, offset - _read)), cancellationToken)
                .ConfigureAwait(false);
            if (count == 0)
                throw new EndOfStreamException($"The stream ended after {_read} of {Length} bytes.");
            _read += count;
        }
    }
}
