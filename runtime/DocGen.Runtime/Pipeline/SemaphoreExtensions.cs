namespace DocGen.Infrastructure;

internal static class SemaphoreExtensions
{
    /// <summary>Enters a semaphore if that needs no wait. It never blocks, because browser threads must not.</summary>
    public static bool TryEnter(this SemaphoreSlim semaphore)
    {
        // With a zero timeout, the returned task has already completed.
        Task<bool> entered = semaphore.WaitAsync(TimeSpan.Zero);
        return entered.IsCompletedSuccessfully && entered.Result;
    }
}
