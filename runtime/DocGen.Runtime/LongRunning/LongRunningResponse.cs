namespace DocGen;

/// <summary>The answer to a call that the service goes on working on.</summary>
/// <remarks>
/// The service is asked at <see cref="Location"/> until it says that the job has ended. The client's credentials are
/// sent there, and to where it leads, only as long as the address is under the service root. The address of another
/// host, or one beside the service root, gets none, not even where the host is one of
/// <see cref="ServiceClientOptions.AllowedHosts"/>: the permission is part of such an address.
/// </remarks>
public class LongRunningResponse : Response
{
    private readonly JobMonitor<LongRunningStatus>? _monitor;
    private readonly UnwatchedJob? _unwatched;

    /// <summary>A response as it came.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LongRunningResponse(ResponseContext context)
        : base(context)
    {
        _monitor = JobMonitor<LongRunningStatus>.Of(context, Read);
        if (_monitor is null)
            _unwatched = new UnwatchedJob(context, hasResult: false);
    }

    /// <summary>A response made by hand, for tests: the job has ended.</summary>
    public LongRunningResponse(int status = 202, ResponseHeaders? headers = null)
        : base(status, headers)
    {
    }

    private LongRunningResponse(JobMonitor<LongRunningStatus> monitor)
        : base(202) => _monitor = monitor;

    /// <summary>
    /// The address the job can be watched at; null where the service gave none. Can be saved for another process: keep
    /// it as a secret, for whoever has the address of another host can watch the job.
    /// </summary>
    public Uri? Location => _monitor?.Location ?? Headers.MonitorLocation;

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _unwatched is { IsRunning: false } || Status != 202;

    /// <summary>Picks a job up that another process started.</summary>
    /// <param name="client">The client of the service.</param>
    /// <param name="location">The saved <see cref="Location"/>.</param>
    public static LongRunningResponse FromLocation(ServiceClient client, Uri location) =>
        new(JobMonitor<LongRunningStatus>.At(client, location, Read));

    /// <summary>
    /// Waits until the job has ended: asks after each <c>Retry-After</c> of at least one second, else after a pause
    /// that grows from one second to thirty. A <c>200</c> whose status is a word that is not known means a job that
    /// still runs.
    /// </summary>
    /// <param name="progress">Is told the percentage, 0 to 100.</param>
    /// <param name="cancellationToken">Ends the waiting, not the job.</param>
    /// <exception cref="LongRunningFailedException">The job failed.</exception>
    /// <exception cref="LongRunningCanceledException">The job was cancelled at the service.</exception>
    /// <exception cref="ApiException">
    /// The service answered with an error, or it accepted the job (202) and named no <see cref="Location"/> to watch it
    /// at.
    /// </exception>
    public virtual Task<LongRunningStatus> WaitForCompletionAsync(
        IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        _monitor?.WaitAsync(progress, cancellationToken) ??
        Task.FromResult(_unwatched?.End() ?? new LongRunningStatus());

    private static LongRunningStatus Read(ResponseContext answer, LongRunningStatus? status) =>
        status ?? new LongRunningStatus();
}
