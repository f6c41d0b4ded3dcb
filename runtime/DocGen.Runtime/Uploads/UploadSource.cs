using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>
/// The content of an upload, read range by range into memory: what is sent again is what was sent before, also where
/// the stream cannot go back, and a stream that fails is not taken for a connection that did.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The stream is the caller's.")]
internal sealed class UploadSource
{
    // What was read of a stream that cannot go back is lost to a later call. By session, for there are streams that are
    // used again for other content, such as a server's for its next request.
    private static readonly ConditionalWeakTable<Stream, Uri> Consumed = [];

    private readonly Stream _stream;
    private readonly Uri _session;
    private readonly long _origin;
    private long _read;
    private byte[] _window = [];
    private long _start;
    private int _count;

    /// <param name="stream">The content, from where the stream stands.</param>
    /// <param name="length">The length of it, for a stream that cannot tell.</param>
    /// <param name="session">The address of the session that it is for.</param>
    /// <exception cref="ArgumentException">
    /// The stream cannot be read, or its length is not known or is another.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The stream was read for the session before, and cannot go back.
    /// </exception>
    public UploadSource(Stream stream, long? length, Uri session)
    {
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        (_stream, _session) = (stream, session);
        if (!stream.CanSeek)
        {
            Length = length ?? throw new ArgumentException(
                $"The stream has no length. A session must be told it with the first byte: set " +
                $"{nameof(UploadOptions)}.{nameof(UploadOptions.Length)}.",
                nameof(stream));
            ArgumentOutOfRangeException.ThrowIfNegative(Length, nameof(length));
            if (Consumed.TryGetValue(stream, out Uri? before) && before == session)
            {
                throw new InvalidOperationException(
                    "The stream was read for this session before, and it cannot go back. " +
                    "Resume with a stream that can seek, or a new one.");
            }
            return;
        }
        _origin = stream.Position;
        Length = stream.Length - _origin;
        if (length is not null && length != Length)
            throw new ArgumentException($"The stream has {Length} bytes from where it stands, not {length}.",
                nameof(length));
    }

    public long Length { get; }

    /// <summary>The bytes at an offset. They stay as they are until the next call, or for as long as someone sends
    /// them.</summary>
    /// <exception cref="EndOfStreamException">The stream is shorter than it said.</exception>
    /// <exception cref="InvalidOperationException">The stream is past the offset and cannot go back, or is longer than
    /// it said.</exception>
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
    /// Puts a stream that can seek back to where it stood, for the next attempt. Where it fails to, what ended this one
    /// is what the caller is told.
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
            throw new InvalidOperationException($"The stream has more than the {Length} bytes it was said to have.");
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
                $"The session asks for byte {_start}, which the stream is past; it cannot go back. Resume with a " +
                $"stream that can seek, or a new one.");
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
