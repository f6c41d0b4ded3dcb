namespace DocGen.Infrastructure;

internal static class SemaphoreExtensions
{
    /// <summary>Enters a semaphore if nobody has to be waited for. It never blocks, which no thread of a browser
    /// may.</summary>
    public static bool TryEnter(this SemaphoreSlim semaphore)
    {
        // With no time to wait, the task has completed when it is returned.
        Task<bool> entered = semaphore.WaitAsync(TimeSpan.Zero);
        return entered.IsCompletedSuccessfully && entered.Result;
    }
}
