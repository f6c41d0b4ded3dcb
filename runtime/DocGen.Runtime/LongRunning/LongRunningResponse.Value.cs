namespace DocGen;

/// <summary>
/// The response to a call that starts a background job with a <typeparamref name="T"/> as its result.
/// </summary>
/// <inheritdoc cref="LongRunningResponse" path="/remarks"/>
public class LongRunningResponse<T> : Response<T>
{
    private readonly JobMonitor<T>? _monitor;
    private readonly UnwatchedJob? _unwatched;

    /// <summary>
    /// Creates the response object from a received response. The job is complete if the response contains its result.
    /// </summary>
    /// <param name="context">The received response.</param>
    /// <param name="read">Reads the result.</param>
    /// <param name="resultTemplate">
    /// The URL template of the result, with one placeholder, if the job ends with the id of the result. Null if it ends
    /// with the result itself.
    /// </param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LongRunningResponse(ResponseContext context, JsonItemReader<T> read, string? resultTemplate = null)
        : base(context, read, isWrapped: true, hasValue: context.HasBody && !IsWatched(context))
    {
        _monitor = JobMonitor<T>.Of(context, Result(read), resultTemplate);
        if (_monitor is null && context.Status == 202)
            _unwatched = new UnwatchedJob(context, HasValue);
    }

    /// <summary>Opens a job that another process started, by its saved <see cref="Location"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected LongRunningResponse(
        ServiceClient client, Uri location, JsonItemReader<T> read, string? resultTemplate = null)
        : base(202) => _monitor = JobMonitor<T>.At(client, location, Result(read), resultTemplate);

    /// <summary>Creates a response, for tests; the value is the result.</summary>
    public LongRunningResponse(T? value, int status = 202, ResponseHeaders? headers = null)
        : base(value, status, headers)
    {
    }

    /// <inheritdoc cref="LongRunningResponse.Location"/>
    public Uri? Location => _monitor?.Location ?? Headers.MonitorLocation;

    /// <inheritdoc cref="LongRunningResponse.IsCompleted"/>
    public bool IsCompleted => _unwatched is { IsRunning: false } || (_unwatched is null && HasValue) || Status != 202;

    /// <summary>Waits until the job ends and returns its result.</summary>
    /// <inheritdoc cref="LongRunningResponse.WaitForCompletionAsync" path="/*[not(self::summary)]"/>
    /// <exception cref="InvalidOperationException">The job ended without a result (204, for example).</exception>
    public virtual Task<T> WaitForCompletionAsync(
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (_monitor is not null && !HasValue)
            return _monitor.WaitAsync(progress, cancellationToken);
        _unwatched?.End();
        return Task.FromResult(Value);
    }

    // With a monitor URL, the body is the progress of the job and not the result.
    private static bool IsWatched(ResponseContext context) =>
        context.Status == 202 && context.Headers.MonitorAddress is not null;

    private JobReader<T> Result(JsonItemReader<T> read) => (answer, _) =>
    {
        if (!answer.HasBody || answer.ReadValue(read) is not { } value)
            throw ApiException.Refused(answer, "The job ended without a result.");
        Misfits = answer.Misfits;
        return value;
    };
}
