namespace DocGen.Runtime.Tests.Support;

/// <summary>Limits a transfer by real time, because a simulated clock cannot detect a socket that hangs.</summary>
internal static class Watchdog
{
    public static CancellationToken Token => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
}
