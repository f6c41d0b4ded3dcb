using System.Diagnostics.CodeAnalysis;

namespace DocGen.Infrastructure;

/// <summary>
/// The caller's stream as the content of a request. Each attempt starts at the position that the stream had when the
/// request was first sent. The stream is never disposed of.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing to dispose of.")]
internal sealed class StreamSource
{
    private readonly Stream _stream;
    private readonly long _origin;

    // An abandoned attempt may still be reading the stream when the next attempt starts.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _isRead;

    public StreamSource(Stream stream)
    {
        _stream = stream;
        _origin = stream.CanSeek ? stream.Position : 0;
    }

    /// <summary>Whether the content can be sent again. A stream that was not read yet needs no seeking.</summary>
    public bool CanReplay => _stream.CanSeek || !_isRead;

    /// <summary>The number of bytes from the origin to the end; null if the stream cannot seek.</summary>
    public long? Length => _stream.CanSeek ? Math.Max(0, _stream.Length - _origin) : null;

    /// <exception cref="InvalidOperationException">The stream was read and cannot seek.</exception>
    public void ThrowIfConsumed()
    {
        if (!CanReplay)
        {
            throw new InvalidOperationException(
                "The request's stream was already read when the request was sent before, and it cannot seek. " +
                "Send the request with a new stream.");
        }
    }

    /// <summary>Copies the content and reports each piece.</summary>
    /// <exception cref="InvalidOperationException">The stream was read and cannot seek.</exception>
    public async Task CopyToAsync(Stream target, Action<int> moved, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfConsumed();
            GoBack();
            _isRead = true;
            await PieceContent.CopyAsync(_stream, target, moved, cancellationToken, isCallers: true)
                .ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Resets a seekable stream to its origin, unless it is being read. A failure is ignored: the call reports its own
    /// result, and the next attempt fails with the same error.
    /// </summary>
    public void Rewind()
    {
        if (!_stream.CanSeek || !_turn.TryEnter())
            return;
        try
        {
            GoBack();
        }
        catch (SourceException)
        {
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <exception cref="SourceException">The stream failed; this is not a connection failure.</exception>
    private void GoBack()
    {
        if (!_stream.CanSeek)
            return;
        try
        {
            _stream.Position = _origin;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new SourceException(exception);
        }
    }
}
