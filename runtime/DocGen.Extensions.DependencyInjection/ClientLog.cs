using Microsoft.Extensions.Logging;

namespace DocGen;

/// <summary>
/// Logs the actions of a client: responses as information; errors, retries and failed token renewals as warnings.
/// </summary>
internal sealed class ClientLog(ILogger logger) : ClientObserver
{
    private const string Answer =
        "{Call} at {Host} returned {Status} after {Milliseconds} ms. " +
        "Request id: {RequestId}; client request id: {ClientRequestId}.";

    private const string NoAnswer =
        "{Call} at {Host} got no response after {Milliseconds} ms. Client request id: {ClientRequestId}.";

    private static readonly Action<ILogger, string, string, int, long, string?, string?, Exception?> Answered =
        LoggerMessage.Define<string, string, int, long, string?, string?>(
            LogLevel.Information, new(1, nameof(Answered)), Answer);

    private static readonly Action<ILogger, string, string, int, long, string?, string?, Exception?> Refused =
        LoggerMessage.Define<string, string, int, long, string?, string?>(
            LogLevel.Warning, new(2, nameof(Refused)), Answer);

    private static readonly Action<ILogger, string, string, long, string?, Exception?> Failed =
        LoggerMessage.Define<string, string, long, string?>(LogLevel.Warning, new(3, nameof(Failed)), NoAnswer);

    // Cancellation by the caller is not a fault of the service.
    private static readonly Action<ILogger, string, string, long, string?, Exception?> Canceled =
        LoggerMessage.Define<string, string, long, string?>(LogLevel.Information, new(4, nameof(Canceled)), NoAnswer);

    private static readonly Action<ILogger, string, long, int, int?, Exception?> Retried =
        LoggerMessage.Define<string, long, int, int?>(
            LogLevel.Warning,
            new(5, nameof(Retried)),
            "{Call} is sent again in {Milliseconds} ms; retry {Retry} after status {Status}.");

    private static readonly Action<ILogger, Exception?> RenewalFailed = LoggerMessage.Define(
        LogLevel.Warning, new(6, nameof(RenewalFailed)), "The credential failed to renew a token that is still valid.");

    public override void OnSent(SentMessage message)
    {
        string call = $"{message.Method} {message.UriTemplate}";
        long milliseconds = (long)message.Duration.TotalMilliseconds;
        if (message.Status is { } status)
        {
            (status < 400 ? Answered : Refused)(
                logger, call, message.Host, status, milliseconds, message.RequestId, message.ClientRequestId, null);
        }
        else
        {
            bool isCanceled = message.Failure is OperationCanceledException;
            (isCanceled ? Canceled : Failed)(
                logger, call, message.Host, milliseconds, message.ClientRequestId, isCanceled ? null : message.Failure);
        }
    }

    public override void OnRetry(RetryContext attempt, TimeSpan delay) => Retried(
        logger,
        $"{attempt.Method} {attempt.UriTemplate}",
        (long)delay.TotalMilliseconds,
        attempt.Retries + 1,
        attempt.Status,
        null);

    public override void OnRenewalFailed(Exception failure) => RenewalFailed(logger, failure);
}
