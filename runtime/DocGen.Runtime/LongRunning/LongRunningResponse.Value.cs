namespace DocGen;

/// <summary>The answer to a call that the service may go on working on until there is a
/// <typeparamref name="T"/>.</summary>
/// <inheritdoc cref="LongRunningResponse" path="/remarks"/>
public class LongRunningResponse<T> : Response<T>
{
    private readonly JobMonitor<T>? _monitor;
    private readonly UnwatchedJob? _unwatched;

    /// <summary>A response as it came; complete at once where it brought the result.</summary>
    /// <param name="context">The answer.</param>
    /// <param name="read">Reads the result.</param>
    /// <param name="resultTemplate">
    /// Where the result is to be had when the job's last word is its id: a template with one placeholder. Null: the
    /// last word is the result itself.
    /// </param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LongRunningResponse(ResponseContext context, JsonItemReader<T> read, string? resultTemplate = null)
        : base(context, read, isWrapped: true, hasValue: context.HasBody && !IsWatched(context))
    {
        _monitor = JobMonitor<T>.Of(context, Result(read), resultTemplate);
        if (_monitor is null && context.Status == 202)
            _unwatched = new UnwatchedJob(context, HasValue);
    }

    /// <summary>A job that another process started, at its saved <see cref="Location"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected LongRunningResponse(
        ServiceClient client, Uri location, JsonItemReader<T> read, string? resultTemplate = null)
        : base(202) => _monitor = JobMonitor<T>.At(client, location, Result(read), resultTemplate);

    /// <summary>A response made by hand, for tests: the value is the result.</summary>
    public LongRunningResponse(T? value, int status = 202, ResponseHeaders? headers = null)
        : base(value, status, headers)
    {
    }

    /// <inheritdoc cref="LongRunningResponse.Location"/>
    public Uri? Location => _monitor?.Location ?? Headers.MonitorLocation;

    /// <inheritdoc cref="LongRunningResponse.IsCompleted"/>
    public bool IsCompleted => _unwatched is { IsRunning: false } || (_unwatched is null && HasValue) || Status != 202;

    /// <summary>Waits until the job has ended and gets its result.</summary>
    /// <inheritdoc cref="LongRunningResponse.WaitForCompletionAsync" path="/*[not(self::summary)]"/>
    /// <exception cref="InvalidOperationException">The job has ended without a result (204 and the like).</exception>
    public virtual Task<T> WaitForCompletionAsync(
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (_monitor is not null && !HasValue)
            return _monitor.WaitAsync(progress, cancellationToken);
        _unwatched?.End();
        return Task.FromResult(Value);
    }

    // Where there is an address to wait at, the body says how far the job is: that is not the result.
    private static bool IsWatched(ResponseContext context) =>
        context.Status == 202 && context.Headers.MonitorAddress is not null;

    private JobReader<T> Result(JsonItemReader<T> read) => (answer, _) =>
    {
        if (!answer.HasBody || answer.ReadValue(read) is not { } value)
            throw ApiException.Refused(answer, "The job has ended without a result.");
        Misfits = answer.Misfits;
        return value;
    };
}
