namespace DocGen.Infrastructure;

/// <summary>
/// Cancels an exchange in which no data is sent or received, for example because the other end of the connection is
/// gone. It uses the system clock even if the client has another clock, because sockets use the system clock.
/// </summary>
internal sealed class IdleTimeout : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationToken _caller;
    private readonly CancellationToken _end;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationTokenRegistration _endRegistration;

    // Never disposed of: a body may still be sent, and report progress, after the response has arrived.
    private readonly CancellationTokenSource _source;
    private bool _runs;

    /// <param name="limit">The longest time without data.</param>
    /// <param name="caller">The caller's token.</param>
    /// <param name="end">
    /// Also cancels the exchange, for example when the caller disposes of the stream that is read.
    /// </param>
    public IdleTimeout(TimeSpan limit, CancellationToken caller, CancellationToken end = default)
        : this(limit, TimeProvider.System, caller, end)
    {
    }

    /// <summary>Creates a timeout with the clock of a test.</summary>
    internal IdleTimeout(TimeSpan limit, TimeProvider time, CancellationToken caller, CancellationToken end)
    {
        (_limit, _caller, _end) = (limit, caller, end);
        // A source with a TimeProvider creates a timer immediately, but most exchanges need no timer.
        _source = time == TimeProvider.System ? new() : new(Timeout.InfiniteTimeSpan, time);
        _registration = caller.UnsafeRegister(Cancel, _source);
        _endRegistration = end.UnsafeRegister(Cancel, _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the timeout, and not the caller, cancelled the exchange.</summary>
    public bool HasExpired =>
        _source.IsCancellationRequested && !_caller.IsCancellationRequested && !_end.IsCancellationRequested;

    /// <summary>Whether any of the request's body was sent, which requires a connection.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>Records that part of the request's body was sent, and restarts the timeout.</summary>
    public void Moved()
    {
        HasMoved = true;
        Restart();
    }

    /// <summary>Restarts the timeout.</summary>
    public void Restart()
    {
        _runs = true;
        _source.CancelAfter(_limit);
    }

    /// <summary>Creates the exception that the caller receives.</summary>
    /// <param name="cause">The exception that ended the exchange.</param>
    /// <param name="isUnsent">Whether it is certain that there was no connection yet.</param>
    public HttpRequestException Failure(Exception cause, bool isUnsent = false) => new(
        isUnsent ? HttpRequestError.ConnectionError : HttpRequestError.Unknown,
        $"Nothing was sent or received for {ValueText.Of(_limit)}.",
        new TimeoutException(cause.Message, cause));

    public void Dispose()
    {
        _registration.Dispose();
        _endRegistration.Dispose();
        if (_runs)
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    private static void Cancel(object? source) => ((CancellationTokenSource)source!).Cancel();
}
