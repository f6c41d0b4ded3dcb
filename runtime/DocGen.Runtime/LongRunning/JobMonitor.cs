namespace DocGen.Infrastructure;

/// <summary>Reads what a job made; the status is null where the answer is that itself.</summary>
internal delegate T JobReader<T>(ResponseContext answer, LongRunningStatus? status);

/// <summary>What named a job's monitor.</summary>
internal enum MonitorSource
{
    /// <summary>The caller, who had saved its address.</summary>
    Caller,

    /// <summary><c>Location</c>: the answers may be statuses or, in the end, the result.</summary>
    Location,

    /// <summary>
    /// <c>Operation-Location</c>: every answer is a status, and a <c>Location</c> beside it is the result's.
    /// </summary>
    OperationLocation,
}

/// <summary>
/// Watches a job at its monitor address until it ends, and reads what it made. Where only its id is known, it is to be
/// had at the template.
/// </summary>
internal sealed class JobMonitor<T>(
    Transport transport,
    Uri? location,
    MonitorSource source,
    TimeSpan? firstDelay,
    JobReader<T> read,
    string? resultTemplate,
    ApiException? refusal = null)
{
    private const int RedirectLimit = 5;

    // A service that asks for less, such as Retry-After: 0, would be asked without a pause.
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    // A timer takes no more than 49 days; who asks for that much has not looked at the number.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>Null where what the service named is no address.</summary>
    public Uri? Location => location;

    /// <summary>The monitor an answer names; null where it names none.</summary>
    public static JobMonitor<T>? Of(ResponseContext response, JobReader<T> read, string? resultTemplate = null)
    {
        if (response.Headers.MonitorAddress is not { } location || response.Status != (int)HttpStatusCode.Accepted)
            return null;
        Transport transport = response.Call.Transport;
        Uri? monitor = ServiceUri.Resolve(transport.ServiceRoot, response.Call.Uri, location);
        // The job runs all the same: its address is a matter for who waits for it.
        ApiException? refusal = monitor is not null && ServiceUri.IsSafe(transport.ServiceRoot, monitor)
            ? null : Unsafe(response, "monitor");
        MonitorSource source = response.Headers.OperationAddress is null
            ? MonitorSource.Location : MonitorSource.OperationLocation;
        return new JobMonitor<T>(transport, monitor, source, response.RetryAfter, read, resultTemplate, refusal);
    }

    /// <summary>The monitor whose address was saved.</summary>
    public static JobMonitor<T> At(
        ServiceClient client, Uri location, JobReader<T> read, string? resultTemplate = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(location);
        return new JobMonitor<T>(
            client.Transport, location, MonitorSource.Caller, firstDelay: null, read, resultTemplate);
    }

    /// <inheritdoc cref="LongRunningResponse.WaitForCompletionAsync"/>
    public async Task<T> WaitAsync(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (refusal is not null)
            throw refusal;
        double? last = null;
        T result = await PollAsync(Report, cancellationToken).ConfigureAwait(false);
        // A redirect or a result says that the job is done, without a number.
        if (last != 100)
            Report(100);
        return result;

        void Report(double percentage) => progress?.Report((last = percentage).Value);
    }

    private async Task<T> PollAsync(Action<double> report, CancellationToken cancellationToken)
    {
        Uri monitor = location!;
        TimeSpan? delay = firstDelay;
        TimeSpan backoff = ShortestDelay;
        for (int redirects = 0; ;)
        {
            if (delay is { } pause)
                await Task.Delay(pause < LongestDelay ? pause : LongestDelay, transport.Time, cancellationToken)
                    .ConfigureAwait(false);
            Call call = Get(monitor, "monitor") with { KeepsRedirects = true };
            ResponseContext answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            try
            {
                if (answer.Status is >= 300 and < 400)
                {
                    monitor = Redirect(answer, monitor, ++redirects);
                    if (answer.Status == (int)HttpStatusCode.SeeOther)
                        return await FetchAsync(monitor, cancellationToken).ConfigureAwait(false);
                    delay = null;
                    continue;
                }

                LongRunningStatus? status = StatusOf(answer);
                status?.ThrowIfFailed(answer.Status, answer.Headers, Encoding.UTF8.GetString(answer.Body));
                if (status?.PercentageComplete is { } percentage)
                    report(percentage);
                if (Result(answer, status, monitor) is { } result)
                    return await FetchAsync(result, cancellationToken).ConfigureAwait(false);
                if (!IsRunning(answer, status))
                    return read(answer, status);

                if (Moved(answer, status) is { } moved)
                    monitor = Resolve(answer, monitor, moved, "monitor");
                delay = answer.RetryAfter is { } asked && asked >= ShortestDelay ? asked : backoff;
                backoff = TimeSpan.FromSeconds(Math.Min(backoff.TotalSeconds * 1.5, LongestBackoff.TotalSeconds));
                redirects = 0;
            }
            finally
            {
                answer.Release();
            }
        }
    }

    /// <summary>The status that an answer is; null where it is the result.</summary>
    private LongRunningStatus? StatusOf(ResponseContext answer)
    {
        LongRunningStatus? status = LongRunningStatus.Parse(answer);
        // With a word that few services use, "status" may as well be a member of the result.
        bool isStatus = status is not { IsCertain: false } || EndsWithStatus
            || source == MonitorSource.OperationLocation;
        return isStatus ? status : null;
    }

    /// <summary>Whether the last answer of the monitor is a status, and not the result itself.</summary>
    private bool EndsWithStatus => resultTemplate is not null || typeof(T) == typeof(LongRunningStatus);

    // An answer that only says that the job was accepted is the last word where that is a status, and never the result.
    private static bool IsRunning(ResponseContext answer, LongRunningStatus? status) =>
        status is { IsRunning: true } ||
        (answer.Status == (int)HttpStatusCode.Accepted && (status is null || typeof(T) != typeof(LongRunningStatus)));

    /// <summary>Where the job is to be watched from now on; null where an answer does not say so.</summary>
    private string? Moved(ResponseContext answer, LongRunningStatus? status)
    {
        if (answer.Status != (int)HttpStatusCode.Accepted)
            return null;
        return answer.Headers.OperationAddress ?? source switch
        {
            MonitorSource.OperationLocation => null,
            // Nobody knows what named the monitor. One that answers with a status is the right one.
            MonitorSource.Caller when status is not null => null,
            _ => answer.Headers["Location"],
        };
    }

    private Uri? Result(ResponseContext answer, LongRunningStatus? status, Uri monitor)
    {
        if (resultTemplate is null || status is not { IsCompleted: true })
            return null;
        if (status.ResourceLocation is { Length: > 0 } address)
            return Resolve(answer, monitor, address, "result");
        if (status.ResourceId is not { Length: > 0 } id)
            return null;
        try
        {
            return ServiceUri.Join(transport.ServiceRoot, PathTemplate.Expand(resultTemplate, [id]), "");
        }
        catch (ArgumentException)
        {
            throw ApiException.Refused(answer, "The id of the result cannot be a part of an address.");
        }
    }

    // Where the service says to go on.
    private Uri Resolve(ResponseContext answer, Uri from, string address, string what) =>
        ServiceUri.Resolve(transport.ServiceRoot, from, address) is { } uri
            && ServiceUri.IsSafe(transport.ServiceRoot, uri)
            ? uri : throw Unsafe(answer, what);

    private static ApiException Unsafe(ResponseContext answer, string what) =>
        ApiException.Refused(answer, $"The {what} is not https; http is for a service on loopback alone.");

    private Task<T> FetchAsync(Uri result, CancellationToken cancellationToken) =>
        transport.SendAsync(Get(result, "result"), answer => read(answer, null), cancellationToken);

    // A monitor is often another host's, and its address a secret of its own. Our credentials stay under the service
    // root: where a step leads decides, not who named the address, for what comes back is for the caller alone.
    private Call Get(Uri uri, string what) =>
        Call.To(transport, HttpMethod.Get, uri, what, ServiceUri.IsUnder(transport.ServiceRoot, uri));

    private Uri Redirect(ResponseContext answer, Uri monitor, int count)
    {
        if (answer.Headers.Location is not { } target)
            throw ApiException.Refused(answer, "The redirect has no Location.");
        if (count > RedirectLimit)
            throw ApiException.Refused(answer,
                string.Create(CultureInfo.InvariantCulture, $"More than {RedirectLimit} redirects."));
        Uri resolved = Resolve(answer, monitor, target.OriginalString, "monitor");
        if (resolved.Scheme != Uri.UriSchemeHttps && monitor.Scheme == Uri.UriSchemeHttps)
            throw ApiException.Refused(answer, "A redirect from https to http is not followed.");
        return resolved;
    }
}
