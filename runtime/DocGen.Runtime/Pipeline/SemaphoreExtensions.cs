namespace DocGen.Infrastructure;

internal static class SemaphoreExtensions
{
    /// <summary>
    /// Enters a semaphore if no wait is needed. It never blocks, because a thread in a browser must not block.
    /// </summary>
    public static bool TryEnter(this SemaphoreSlim semaphore)
    {
        // With a zero timeout, the returned task has already completed.
        Task<bool> entered = semaphore.WaitAsync(TimeSpan.Zero);
        return entered.IsCompletedSuccessfully && entered.Result;
    }
}
