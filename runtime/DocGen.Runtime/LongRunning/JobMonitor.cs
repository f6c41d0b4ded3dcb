namespace DocGen.Infrastructure;

/// <summary>Watches a job at its monitor address until it ends.</summary>
internal sealed class JobMonitor(Transport transport, Uri location, TimeSpan? firstDelay)
{
    private const string Monitor = "monitor";
    private const int RedirectLimit = 5;

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    // A timer takes no more than 49 days; who asks for that much has not looked at the number.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    public Uri Location => location;

    /// <summary>The monitor an answer names; null where it names none.</summary>
    public static JobMonitor? Of(ResponseContext response)
    {
        if (response.Headers.MonitorLocation is not { } location || response.Status != (int)HttpStatusCode.Accepted)
            return null;
        Transport transport = response.Call.Transport;
        return new JobMonitor(
            transport, ServiceUri.Resolve(transport.ServiceRoot, response.Call.Uri, location), response.RetryAfter);
    }

    /// <summary>Waits until the job has ended and reads the result from its last answer.</summary>
    /// <param name="complete">Reads the result; the status is null where the answer is the result itself.</param>
    /// <param name="resultTemplate">Where a result of which only the id is known is to be had.</param>
    /// <param name="progress">Is told the percentage, 0 to 100.</param>
    /// <param name="cancellationToken">Ends the waiting, not the job.</param>
    public async Task<TResult> WaitAsync<TResult>(
        Func<ResponseContext, LongRunningStatus?, TResult> complete,
        string? resultTemplate,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        double? last = null;
        TResult result = await PollAsync(complete, resultTemplate, Report, cancellationToken).ConfigureAwait(false);
        // A redirect or a result says that the job is done, without a number.
        if (last != 100)
            Report(100);
        return result;

        void Report(double percentage) => progress?.Report((last = percentage).Value);
    }

    private async Task<TResult> PollAsync<TResult>(
        Func<ResponseContext, LongRunningStatus?, TResult> complete,
        string? resultTemplate,
        Action<double> report,
        CancellationToken cancellationToken)
    {
        Uri monitor = location;
        TimeSpan? delay = firstDelay;
        TimeSpan backoff = TimeSpan.FromSeconds(1);
        for (int redirects = 0; ;)
        {
            if (delay is { } pause)
                await Task.Delay(pause < LongestDelay ? pause : LongestDelay, transport.Time, cancellationToken).ConfigureAwait(false);
            ResponseContext answer = await transport.SendAsync(Get(monitor, Monitor), cancellationToken).ConfigureAwait(false);
            try
            {
                if (answer.Status is >= 300 and < 400)
                {
                    monitor = Redirect(answer, monitor, ++redirects);
                    if (answer.Status == (int)HttpStatusCode.SeeOther)
                        return await FetchAsync(monitor, complete, cancellationToken).ConfigureAwait(false);
                    delay = null;
                    continue;
                }

                LongRunningStatus? status = LongRunningStatus.Parse(answer.Body);
                ThrowIfEnded(answer, status);
                if (status?.PercentageComplete is { } percentage)
                    report(percentage);
                if (answer.Status != (int)HttpStatusCode.Accepted && status is not { IsRunning: true })
                    return await CompleteAsync(answer, status, monitor, complete, resultTemplate, cancellationToken).ConfigureAwait(false);

                if (answer.Status == (int)HttpStatusCode.Accepted && answer.Headers.MonitorLocation is { } moved)
                    monitor = ServiceUri.Resolve(transport.ServiceRoot, monitor, moved);
                delay = answer.RetryAfter ?? backoff;
                backoff = TimeSpan.FromSeconds(Math.Min(backoff.TotalSeconds * 1.5, LongestBackoff.TotalSeconds));
                redirects = 0;
            }
            finally
            {
                answer.Release();
            }
        }
    }

    private async Task<TResult> CompleteAsync<TResult>(
        ResponseContext answer,
        LongRunningStatus? status,
        Uri monitor,
        Func<ResponseContext, LongRunningStatus?, TResult> complete,
        string? resultTemplate,
        CancellationToken cancellationToken)
    {
        Uri? result = null;
        if (resultTemplate is not null && status?.ResourceLocation is { Length: > 0 } address)
            result = ServiceUri.Resolve(transport.ServiceRoot, monitor, new Uri(address, UriKind.RelativeOrAbsolute));
        else if (resultTemplate is not null && status?.ResourceId is { Length: > 0 } id)
            result = ServiceUri.Join(transport.ServiceRoot, PathTemplate.Expand(resultTemplate, [id]), "");
        return result is null
            ? complete(answer, status)
            : await FetchAsync(result, complete, cancellationToken).ConfigureAwait(false);
    }

    private Task<TResult> FetchAsync<TResult>(
        Uri result, Func<ResponseContext, LongRunningStatus?, TResult> complete, CancellationToken cancellationToken) =>
        transport.SendAsync(Get(result, "result"), answer => complete(answer, null), cancellationToken);

    // A monitor is often another host's, and its address a secret of its own. Our credentials stay under the service root:
    // where a step leads decides, not who named the address, for what comes back is for the caller alone.
    private Call Get(Uri uri, string what) => new()
    {
        Transport = transport,
        Method = HttpMethod.Get,
        Uri = ServiceUri.Safe(uri, "address of the " + what),
        UriTemplate = "{" + what + "}",
        Headers = new RequestHeaders(),
        SendsCredentials = ServiceUri.IsUnder(transport.ServiceRoot, uri),
        KeepsRedirects = what == Monitor,
    };

    private Uri Redirect(ResponseContext answer, Uri monitor, int count)
    {
        if (answer.Headers.Location is not { } target)
            throw ApiException.Refused(answer, "The redirect has no Location.");
        if (count > RedirectLimit)
            throw ApiException.Refused(answer, string.Create(CultureInfo.InvariantCulture, $"More than {RedirectLimit} redirects."));
        Uri resolved = ServiceUri.Resolve(transport.ServiceRoot, monitor, target);
        if (resolved.Scheme != Uri.UriSchemeHttps && monitor.Scheme == Uri.UriSchemeHttps)
            throw ApiException.Refused(answer, "A redirect from https to http is not followed.");
        return resolved;
    }

    private static void ThrowIfEnded(ResponseContext answer, LongRunningStatus? status)
    {
        if (status is not ({ IsFailed: true } or { IsCanceled: true }))
            return;
        var failure = new ApiFailure(
            answer.Status, answer.Headers, status.Errors, Encoding.UTF8.GetString(answer.Body), Target: "The job");
        throw status.IsFailed
            ? new LongRunningFailedException(answer.Status) { Failure = failure }
            : new LongRunningCanceledException(answer.Status) { Failure = failure };
    }
}
