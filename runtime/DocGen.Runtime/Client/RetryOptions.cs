namespace DocGen;

/// <summary>When and how often a call is sent again.</summary>
/// <remarks>
/// No number and no time is negative. A single wait, and a time of silence, lasts 49 days at most, as a timer does.
/// </remarks>
public sealed class RetryOptions
{
    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>How often a call is sent again at most; 0 turns retries off. 3 unless set.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The first delay where the service names none; doubles each time, with jitter. 0.8 s unless
    /// set.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(0.8);

    /// <summary>The longest single delay; a service that asks for more gets no further attempt. One minute unless
    /// set.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest time all delays of a call may take together. Five minutes unless set.</summary>
    public TimeSpan MaxTotalDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an attempt may go without a byte sent or received before it counts as a broken connection. 100 s unless
    /// set. From 1 ms to 49 days, or <see cref="Timeout.InfiniteTimeSpan"/>, which turns it off. How long a connection
    /// may take to come about is the handler's <see cref="SocketsHttpHandler.ConnectTimeout"/>; where that runs out
    /// nothing was sent, and any call is tried again.
    /// </summary>
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Widens or narrows the rules: decides in their place. A body that cannot be sent again, and the limits above,
    /// still end the attempts.
    /// </summary>
    public Func<RetryContext, bool>? ShouldRetry { get; set; }

    internal RetryOptions Copy() => (RetryOptions)MemberwiseClone();

    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    internal void Validate()
    {
        Check(MaxRetries >= 0, nameof(MaxRetries));
        Check(BaseDelay >= TimeSpan.Zero, nameof(BaseDelay));
        Check(MaxDelay >= TimeSpan.Zero && MaxDelay <= LongestTimer, nameof(MaxDelay));
        Check(MaxTotalDelay >= TimeSpan.Zero, nameof(MaxTotalDelay));
        Check(
            (NetworkTimeout >= ShortestTimer && NetworkTimeout <= LongestTimer) ||
                NetworkTimeout == Timeout.InfiniteTimeSpan,
            nameof(NetworkTimeout));

        static void Check(bool isInRange, string name)
        {
            if (!isInRange)
                throw new ArgumentException($"{nameof(ServiceClientOptions.Retry)}.{name} is out of range.");
        }
    }
}
