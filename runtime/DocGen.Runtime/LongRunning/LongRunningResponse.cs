namespace DocGen;

/// <summary>The response to a call that starts a background job.</summary>
/// <remarks>
/// The client polls <see cref="Location"/> until the service reports that the job has ended. The client's credentials
/// are sent to that URL, and to URLs in its responses, only if the URL is below the service root. Other URLs receive no
/// credentials, even if their host is one of <see cref="ServiceClientOptions.AllowedHosts"/>. They must work without
/// credentials, for example with a token in the URL.
/// </remarks>
public class LongRunningResponse : Response
{
    private readonly JobMonitor<LongRunningStatus>? _monitor;
    private readonly UnwatchedJob? _unwatched;

    /// <summary>Creates the response object from a received response.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LongRunningResponse(ResponseContext context)
        : base(context)
    {
        _monitor = JobMonitor<LongRunningStatus>.Of(context, Read);
        if (_monitor is null)
            _unwatched = new UnwatchedJob(context, hasResult: false);
    }

    /// <summary>Creates a response, for tests; the job has ended.</summary>
    public LongRunningResponse(int status = 202, ResponseHeaders? headers = null)
        : base(status, headers)
    {
    }

    private LongRunningResponse(JobMonitor<LongRunningStatus> monitor)
        : base(202) => _monitor = monitor;

    /// <summary>
    /// The monitor URL of the job; null if the service sent none. It can be saved for another process. Keep it secret:
    /// everyone who knows a URL on another host can monitor the job.
    /// </summary>
    public Uri? Location => _monitor?.Location ?? Headers.MonitorLocation;

    /// <summary>Whether there is no job to wait for.</summary>
    public bool IsCompleted => _unwatched is { IsRunning: false } || Status != 202;

    /// <summary>Opens a job that another process started.</summary>
    /// <param name="client">The client of the service.</param>
    /// <param name="location">The saved <see cref="Location"/>.</param>
    public static LongRunningResponse FromLocation(ServiceClient client, Uri location) =>
        new(JobMonitor<LongRunningStatus>.At(client, location, Read));

    /// <summary>
    /// Waits until the job ends. The client polls after each <c>Retry-After</c> of at least one second, otherwise after
    /// a delay that grows from one second to 30. A <c>200</c> with an unknown status word means that the job is still
    /// running.
    /// </summary>
    /// <param name="progress">Receives the percentage, 0 to 100.</param>
    /// <param name="cancellationToken">Cancels the wait, not the job.</param>
    /// <exception cref="LongRunningFailedException">The job failed.</exception>
    /// <exception cref="LongRunningCanceledException">The job was cancelled at the service.</exception>
    /// <exception cref="ApiException">
    /// The service returned an error, or it accepted the job (202) without a <see cref="Location"/> to monitor.
    /// </exception>
    public virtual Task<LongRunningStatus> WaitForCompletionAsync(
        IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        _monitor?.WaitAsync(progress, cancellationToken) ??
        Task.FromResult(_unwatched?.End() ?? new LongRunningStatus());

    private static LongRunningStatus Read(ResponseContext answer, LongRunningStatus? status) =>
        status ?? new LongRunningStatus();
}
