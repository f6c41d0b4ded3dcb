namespace DocGen.Corpus;

/// <summary>
/// A clock whose short timers fire immediately, so that jobs are polled without waiting. Longer timers, which are
/// timeouts, never fire.
/// </summary>
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
