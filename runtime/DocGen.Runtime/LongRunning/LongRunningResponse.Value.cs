namespace DocGen;

/// <summary>The answer to a call that the service may go on working on until there is a <typeparamref name="T"/>.</summary>
public class LongRunningResponse<T> : Response<T>
{
    private readonly JobMonitor? _monitor;
    private readonly JsonItemReader<T>? _read;
    private readonly string? _resultTemplate;

    /// <summary>A response as it came; complete at once where it brought the result.</summary>
    /// <param name="context">The answer.</param>
    /// <param name="read">Reads the result.</param>
    /// <param name="resultTemplate">
    /// Where the result is to be had when the job's last word is its id: a template with one placeholder. Null: the last
    /// word is the result itself.
    /// </param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LongRunningResponse(ResponseContext context, JsonItemReader<T>? read, string? resultTemplate = null)
        : this(context, Read(context, read))
    {
        _monitor = JobMonitor.Of(context);
        _read = read;
        _resultTemplate = resultTemplate;
    }

    /// <summary>A job that another process started, at its saved <see cref="Location"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected LongRunningResponse(ServiceClient client, Uri location, JsonItemReader<T>? read, string? resultTemplate = null)
        : base(default, hasValue: false, 202)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(location);
        _monitor = new JobMonitor(client.Transport, location, firstDelay: null);
        _read = read;
        _resultTemplate = resultTemplate;
    }

    /// <summary>A response made by hand, for tests: the value is the result.</summary>
    public LongRunningResponse(T? value, int status = 202, ResponseHeaders? headers = null)
        : base(value, status, headers)
    {
    }

    private LongRunningResponse(ResponseContext context, (T? Value, bool HasValue) result)
        : base(context, result.Value, result.HasValue)
    {
    }

    /// <summary>The address the job can be watched at; null where the service gave none. Can be saved for another process.</summary>
    public Uri? Location => _monitor?.Location ?? Headers.MonitorLocation;

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => HasValue || Status != 202;

    /// <summary>Waits until the job has ended and gets its result.</summary>
    /// <param name="progress">Is told the percentage, 0 to 100.</param>
    /// <param name="cancellationToken">Ends the waiting, not the job.</param>
    /// <exception cref="LongRunningFailedException">The job failed.</exception>
    /// <exception cref="LongRunningCanceledException">The job was cancelled at the service.</exception>
    /// <exception cref="InvalidOperationException">The service gave neither a result nor an address to wait at.</exception>
    public virtual Task<T> WaitForCompletionAsync(
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (HasValue || _monitor is null)
            return Task.FromResult(Value);
        return _monitor.WaitAsync((answer, _) => Result(answer), _resultTemplate, progress, cancellationToken);
    }

    private static (T? Value, bool HasValue) Read(ResponseContext context, JsonItemReader<T>? read)
    {
        // Where there is an address to wait at, the body says how far the job is: that is not the result.
        bool isRunning = context.Status == 202 && context.Headers.MonitorLocation is not null;
        if (isRunning || read is null || !context.HasBody)
            return (default, false);
        return (context.ReadValue(read), true);
    }

    private T Result(ResponseContext answer)
    {
        if (_read is null || !answer.HasBody)
            throw new InvalidOperationException("The job has ended without a result.");
        return answer.ReadValue(_read) ?? throw new InvalidOperationException("The job has ended without a result.");
    }
}
