using System.Diagnostics.CodeAnalysis;

namespace DocGen.Infrastructure;

/// <summary>
/// The caller's stream as the content of a request, from where it stood when the request was first sent: each sending
/// begins there. Never disposed.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing to dispose of.")]
internal sealed class StreamSource
{
    private readonly Stream _stream;
    private readonly long _origin;

    // A sending that was given up may still be reading when the next one begins.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _isRead;

    public StreamSource(Stream stream)
    {
        _stream = stream;
        _origin = stream.CanSeek ? stream.Position : 0;
    }

    /// <summary>
    /// Whether the content can be given once more; a stream of which nothing was read yet needs no seeking.
    /// </summary>
    public bool CanReplay => _stream.CanSeek || !_isRead;

    /// <summary>How many bytes there are from the origin on; null where the stream cannot tell.</summary>
    public long? Length => _stream.CanSeek ? Math.Max(0, _stream.Length - _origin) : null;

    /// <exception cref="InvalidOperationException">The stream was read, and cannot go back.</exception>
    public void ThrowIfConsumed()
    {
        if (!CanReplay)
        {
            throw new InvalidOperationException(
                "The request's stream was read when the request was sent before, and it cannot go back. " +
                "Send it with a new stream.");
        }
    }

    /// <summary>Copies the content, and tells of each piece.</summary>
    /// <exception cref="InvalidOperationException">The stream was read, and cannot go back.</exception>
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
    /// Puts a stream that can seek back to its origin, unless it is being read. Where it fails to, a call has its own
    /// outcome to tell of, and the next sending fails at the same.
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

    /// <exception cref="SourceException">The stream failed, which is not the connection's failure.</exception>
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
