namespace DocGen;

/// <summary>
/// Receives notifications from a client, for logs: messages sent, retries, and failed token renewals. A notification
/// identifies an operation by its URL template. Except for the host and the request ids, it contains no values from
/// URLs, queries, headers or bodies.
/// </summary>
/// <remarks>
/// The client calls these methods concurrently. They must not block and must not throw: an exception ends the call.
/// </remarks>
public abstract class ClientObserver
{
    /// <summary>Called when the headers of a response have arrived, or when sending failed.</summary>
    public virtual void OnSent(SentMessage message)
    {
    }

    /// <summary>Called before a call waits and is sent again.</summary>
    /// <param name="attempt">The attempt that failed.</param>
    /// <param name="delay">The delay before the retry.</param>
    public virtual void OnRetry(RetryContext attempt, TimeSpan delay)
    {
    }

    /// <summary>
    /// Called when the credential failed to renew a token that is still valid. Calls continue to use that token.
    /// </summary>
    /// <param name="failure">The exception that the credential threw.</param>
    public virtual void OnRenewalFailed(Exception failure)
    {
    }
}
