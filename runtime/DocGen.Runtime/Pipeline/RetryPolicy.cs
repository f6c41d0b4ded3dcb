namespace DocGen.Infrastructure;

/// <summary>Whether, and after which delay, a call is sent again.</summary>
internal sealed class RetryPolicy(RetryOptions options, TimeProvider time, ClientObserver? observer)
{
    public TimeSpan NetworkTimeout => options.NetworkTimeout;

    public int MaxRetries => options.MaxRetries;

    /// <summary>The delay after an attempt with an answer or a failure; null where it was the last.</summary>
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

    /// <summary>What the service asks to wait (RFC 9110, section 10.2.3); null where it names nothing.</summary>
    public static TimeSpan? RetryAfter(ResponseHeaders? headers, TimeProvider time)
    {
        if (headers?.RetryAfter is not { } header)
            return null;
        TimeSpan? delay = header.Delta ?? header.Date - time.GetUtcNow();
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }

    private static bool IsTransient(Call call, int status, bool namesDelay) => (HttpStatusCode)status switch
    {
        // The service did nothing and says so: nothing is done twice.
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

    // Between half of the step and the whole of it, so that clients that failed together do not come back together.
    private TimeSpan Backoff(int retries)
    {
        double step = Math.Min(options.BaseDelay.TotalSeconds * Math.Pow(2, retries), options.MaxDelay.TotalSeconds);
        return TimeSpan.FromSeconds(step * (0.5 + Random.Shared.NextDouble() / 2));
    }
}
