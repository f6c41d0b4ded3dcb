namespace DocGen.Runtime.Tests.Support;

/// <summary>The system clock, which calls <paramref name="begins"/> when a timer of a given length starts.</summary>
internal sealed class WaitingTime(TimeSpan length, Action begins) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == length)
            ThreadPool.QueueUserWorkItem(_ => begins());
        return timer;
    }
}
