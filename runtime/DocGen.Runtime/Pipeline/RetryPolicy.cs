namespace DocGen.Infrastructure;

/// <summary>Decides whether, and after which delay, a call is retried.</summary>
internal sealed class RetryPolicy(RetryOptions options, TimeProvider time, ClientObserver? observer)
{
    public TimeSpan NetworkTimeout => options.NetworkTimeout;

    public int MaxRetries => options.MaxRetries;

    /// <summary>
    /// Returns the delay after an attempt that ended with a response or a failure; null if it was the last attempt.
    /// </summary>
    public TimeSpan? NextDelay(
        Call call, Attempt attempt, (int Status, ResponseHeaders Headers)? answer, Exception? failure, TimeSpan waited)
    {
        if (attempt.Retries >= options.MaxRetries || !call.CanReplayBody)
            return null;
        TimeSpan? asked = RetryAfter(answer?.Headers, time);
        bool retry = answer is { } given
            ? IsTransient(call, given.Status, asked is not null) : CanSendAgain(call, attempt, failure!);
        var context = new RetryContext(call.Method, call.UriTemplate, attempt.Retries, answer?.Status, failure, retry);
        if (!(options.ShouldRetry?.Invoke(context) ?? retry))
            return null;

        TimeSpan delay = asked ?? Backoff(attempt.Retries);
        if (delay > options.MaxDelay || waited + delay > options.MaxTotalDelay)
            return null;
        observer?.OnRetry(context, delay);
        return delay;
    }

    /// <summary>
    /// Returns the delay that the service requests (RFC 9110, section 10.2.3); null if it requests none.
    /// </summary>
    public static TimeSpan? RetryAfter(ResponseHeaders? headers, TimeProvider time)
    {
        if (headers?.RetryAfter is not { } header)
            return null;
        TimeSpan? delay = header.Delta ?? header.Date - time.GetUtcNow();
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }

    private static bool IsTransient(Call call, int status, bool namesDelay) => (HttpStatusCode)status switch
    {
        // The status means that the service did not process the request, so a retry is safe.
        HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.ServiceUnavailable => call.CanRepeat || namesDelay,
        HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or
            HttpStatusCode.GatewayTimeout => call.CanRepeat,
        _ => false,
    };

    private static bool CanSendAgain(Call call, Attempt attempt, Exception failure) =>
        call.CanRepeat || (!attempt.Answered && failure is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or
                HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        });

    // Random between half a step and a full step, so that clients that failed together do not retry together.
    private TimeSpan Backoff(int retries)
    {
        double step = Math.Min(options.BaseDelay.TotalSeconds * Math.Pow(2, retries), options.MaxDelay.TotalSeconds);
        return TimeSpan.FromSeconds(step * (0.5 + Random.Shared.NextDouble() / 2));
    }
}
