namespace DocGen.Infrastructure;

/// <summary>Reads the result of a job; the status is null if the response is the result itself.</summary>
internal delegate T JobReader<T>(ResponseContext answer, LongRunningStatus? status);

/// <summary>The source of a job's monitor URL.</summary>
internal enum MonitorSource
{
    /// <summary>The caller, who had saved the URL.</summary>
    Caller,

    /// <summary>The <c>Location</c> header. Each response is a status, or the result when the job has ended.</summary>
    Location,

    /// <summary>
    /// The <c>Operation-Location</c> header. Every response is a status; its <c>Location</c> header, if any, has the
    /// URL of the result.
    /// </summary>
    OperationLocation,
}

/// <summary>
/// Polls the monitor URL of a job until the job ends, and reads its result. If only the id of the result is known, the
/// result's URL comes from the template.
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

    // A shorter delay, such as Retry-After: 0, would poll without a pause.
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    // A timer lasts at most 49 days, and a delay of days is probably a mistake of the service.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>The monitor URL; null if the service sent an invalid URL.</summary>
    public Uri? Location => location;

    /// <summary>Returns the monitor for the monitor URL in a response; null if the response has none.</summary>
    public static JobMonitor<T>? Of(ResponseContext response, JobReader<T> read, string? resultTemplate = null)
    {
        if (response.Headers.MonitorAddress is not { } location || response.Status != (int)HttpStatusCode.Accepted)
            return null;
        Transport transport = response.Call.Transport;
        Uri? monitor = ServiceUri.Resolve(transport.ServiceRoot, response.Call.Uri, location);
        // The job runs even if its monitor URL is unsafe, so only waiting for the job throws.
        ApiException? refusal = monitor is not null && ServiceUri.IsSafe(transport.ServiceRoot, monitor)
            ? null : Unsafe(response, "monitor");
        MonitorSource source = response.Headers.OperationAddress is null
            ? MonitorSource.Location : MonitorSource.OperationLocation;
        return new JobMonitor<T>(transport, monitor, source, response.RetryAfter, read, resultTemplate, refusal);
    }

    /// <summary>Returns the monitor at a saved URL.</summary>
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
        // A redirect or a result means that the job has ended, but it contains no percentage.
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

    /// <summary>Returns the status in a response; null if the response is the result.</summary>
    private LongRunningStatus? StatusOf(ResponseContext answer)
    {
        LongRunningStatus? status = LongRunningStatus.Parse(answer);
        // A member "status" with an uncommon word may belong to the result.
        bool isStatus = status is not { IsCertain: false } || EndsWithStatus
            || source == MonitorSource.OperationLocation;
        return isStatus ? status : null;
    }

    /// <summary>Whether the monitor's last response is a status, and not the result.</summary>
    private bool EndsWithStatus => resultTemplate is not null || typeof(T) == typeof(LongRunningStatus);

    // A 202 with a final status ends the wait only if the caller waits for the status. It is never the result.
    private static bool IsRunning(ResponseContext answer, LongRunningStatus? status) =>
        status is { IsRunning: true } ||
        (answer.Status == (int)HttpStatusCode.Accepted && (status is null || typeof(T) != typeof(LongRunningStatus)));

    /// <summary>Returns the new monitor URL; null if a response has none.</summary>
    private string? Moved(ResponseContext answer, LongRunningStatus? status)
    {
        if (answer.Status != (int)HttpStatusCode.Accepted)
            return null;
        return answer.Headers.OperationAddress ?? source switch
        {
            MonitorSource.OperationLocation => null,
            // The caller's URL may come from either header. A URL that returns a status stays the monitor.
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
            throw ApiException.Refused(answer, "The id of the result cannot be part of a URL.");
        }
    }

    // Resolves the URL of the next request.
    private Uri Resolve(ResponseContext answer, Uri from, string address, string what) =>
        ServiceUri.Resolve(transport.ServiceRoot, from, address) is { } uri
            && ServiceUri.IsSafe(transport.ServiceRoot, uri)
            ? uri : throw Unsafe(answer, what);

    private static ApiException Unsafe(ResponseContext answer, string what) =>
        ApiException.Refused(answer, $"The {what} is not https; http is allowed only for a service on loopback.");

    private Task<T> FetchAsync(Uri result, CancellationToken cancellationToken) =>
        transport.SendAsync(Get(result, "result"), answer => read(answer, null), cancellationToken);

    // A monitor is often on another host, with a secret URL. Credentials are sent only to URLs below the service root.
    // The source of the URL does not matter, because only the caller receives the response.
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
