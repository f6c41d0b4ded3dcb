namespace DocGen.Infrastructure;

/// <summary>
/// Ends an exchange in which nothing moves any more, such as one over a connection whose other end is gone. It runs on
/// the wall clock, whatever clock the client was given: that is the one sockets live by.
/// </summary>
internal sealed class IdleTimeout : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationToken _caller;
    private readonly CancellationToken _end;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationTokenRegistration _endRegistration;

    // Never disposed of: a body may still be on its way, and report a step, after its answer has come.
    private readonly CancellationTokenSource _source;
    private bool _runs;

    /// <param name="limit">How long nothing may move.</param>
    /// <param name="caller">The caller's token.</param>
    /// <param name="end">Ends the exchange too, such as when the caller disposes of what is read.</param>
    public IdleTimeout(TimeSpan limit, CancellationToken caller, CancellationToken end = default)
        : this(limit, TimeProvider.System, caller, end)
    {
    }

    /// <summary>On the clock of a test in place of the wall's.</summary>
    internal IdleTimeout(TimeSpan limit, TimeProvider time, CancellationToken caller, CancellationToken end)
    {
        (_limit, _caller, _end) = (limit, caller, end);
        // One that is made with a time has a timer from the start; most exchanges need none.
        _source = time == TimeProvider.System ? new() : new(Timeout.InfiniteTimeSpan, time);
        _registration = caller.UnsafeRegister(Cancel, _source);
        _endRegistration = end.UnsafeRegister(Cancel, _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether it was the time, and not the caller, that ended the exchange.</summary>
    public bool HasExpired =>
        _source.IsCancellationRequested && !_caller.IsCancellationRequested && !_end.IsCancellationRequested;

    /// <summary>
    /// Whether anything of the request's body was on its way, for which there has to be a connection.
    /// </summary>
    public bool HasMoved { get; private set; }

    /// <summary>Some of the request's body moved: the time starts anew.</summary>
    public void Moved()
    {
        HasMoved = true;
        Restart();
    }

    /// <summary>The time starts anew.</summary>
    public void Restart()
    {
        _runs = true;
        _source.CancelAfter(_limit);
    }

    /// <summary>What the caller sees of it.</summary>
    /// <param name="cause">How the exchange ended.</param>
    /// <param name="isUnsent">Whether it is known that there was no connection yet.</param>
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
