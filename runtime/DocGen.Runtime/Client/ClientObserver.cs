namespace DocGen;

/// <summary>
/// Is told what a client does, for logs: its messages, its retries, and tokens that could not be renewed. What it is
/// told names operations by the template of their address and holds no value of an address, of a query, of a header or
/// of a body.
/// </summary>
/// <remarks>
/// Its methods are called by several calls at once, must not wait, and must not throw: an exception ends the call.
/// </remarks>
public abstract class ClientObserver
{
    /// <summary>A message was sent, and was answered up to the headers of the response, or failed.</summary>
    public virtual void OnSent(SentMessage message)
    {
    }

    /// <summary>A call is about to wait and then to be sent again.</summary>
    /// <param name="attempt">The attempt that failed.</param>
    /// <param name="delay">How long the call waits.</param>
    public virtual void OnRetry(RetryContext attempt, TimeSpan delay)
    {
    }

    /// <summary>The credential failed to renew a token that is still good; calls go on with it.</summary>
    /// <param name="failure">The exception of the credential.</param>
    public virtual void OnRenewalFailed(Exception failure)
    {
    }
}
