namespace DocGen.Runtime.Tests.Support;

/// <summary>Bounds a transfer by the wall clock: a clock that jumps cannot prove that a socket does not hang.</summary>
internal static class Watchdog
{
    public static CancellationToken Token => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
}
