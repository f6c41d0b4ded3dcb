using System.Net;
using System.Net.Http.Headers;

namespace DocGen.Infrastructure;

/// <summary>Whether, and after which delay, a call is sent again.</summary>
internal sealed class RetryPolicy(RetryOptions options, TimeProvider time)
{
    /// <summary>The delay before the next attempt; null where this one was the last.</summary>
    public TimeSpan? NextDelay(Call call, Attempt attempt, HttpResponseMessage? response, Exception? failure, TimeSpan waited)
    {
        if (attempt.Retries >= options.MaxRetries || !call.CanReplayBody)
            return null;
        bool retry = response is not null ? IsTransient(call, response) : CanSendAgain(call, attempt, failure!);
        if (options.ShouldRetry is { } decide)
        {
            retry = decide(new RetryContext(
                call.Method, call.UriTemplate, attempt.Retries, (int?)response?.StatusCode, failure, retry));
        }
        if (!retry)
            return null;

        TimeSpan delay = RetryAfter(response, time) ?? Backoff(attempt.Retries);
        return delay <= options.MaxDelay && waited + delay <= options.MaxTotalDelay ? delay : null;
    }

    /// <summary>What the service asks to wait (RFC 9110, section 10.2.3); null where it names nothing.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage? response, TimeProvider time)
    {
        RetryConditionHeaderValue? header = response?.Headers.RetryAfter;
        TimeSpan? delay = header?.Delta ?? header?.Date - time.GetUtcNow();
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }

    private static bool IsTransient(Call call, HttpResponseMessage response) => response.StatusCode switch
    {
        // The service did nothing and says so: nothing is done twice.
        HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.ServiceUnavailable => call.CanRepeat || response.Headers.RetryAfter is not null,
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
