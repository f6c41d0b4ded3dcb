namespace DocGen.Corpus;

/// <summary>A clock on which short waits are over at once: a job is asked about without waiting. Timeouts, which are
/// longer, never end.</summary>
internal sealed class ProofTime : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime < LongestWait)
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Ended();
    }

    private sealed class Ended : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
