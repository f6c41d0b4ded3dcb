namespace DocGen;

/// <summary>The answer to a call that the service goes on working on.</summary>
public class LongRunningResponse : Response
{
    private readonly JobMonitor? _monitor;

    /// <summary>A response as it came.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public LongRunningResponse(ResponseContext context)
        : base(context) => _monitor = JobMonitor.Of(context);

    /// <summary>A response made by hand, for tests: the job has ended.</summary>
    public LongRunningResponse(int status = 202, ResponseHeaders? headers = null)
        : base(status, headers)
    {
    }

    private LongRunningResponse(JobMonitor monitor)
        : base(202) => _monitor = monitor;

    /// <summary>The address the job can be watched at; null where the service gave none. Can be saved for another process.</summary>
    public Uri? Location => _monitor?.Location ?? Headers.MonitorLocation;

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => Status != 202;

    /// <summary>Picks a job up that another process started.</summary>
    /// <param name="client">The client of the service.</param>
    /// <param name="location">The saved <see cref="Location"/>.</param>
    public static LongRunningResponse FromLocation(ServiceClient client, Uri location)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(location);
        return new LongRunningResponse(new JobMonitor(client.Transport, location, firstDelay: null));
    }

    /// <summary>Waits until the job has ended.</summary>
    /// <param name="progress">Is told the percentage, 0 to 100.</param>
    /// <param name="cancellationToken">Ends the waiting, not the job.</param>
    /// <exception cref="LongRunningFailedException">The job failed.</exception>
    /// <exception cref="LongRunningCanceledException">The job was cancelled at the service.</exception>
    public virtual Task<LongRunningStatus> WaitForCompletionAsync(
        IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        _monitor is null
            ? Task.FromResult(new LongRunningStatus())
            : _monitor.WaitAsync(
                static (_, status) => status ?? new LongRunningStatus(), resultTemplate: null, progress, cancellationToken);
}
