namespace DocGen;

/// <summary>When and how often a call is sent again.</summary>
public sealed class RetryOptions
{
    /// <summary>How often a call is sent again at most; 0 turns retries off. 3 unless set.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The first delay where the service names none; doubles each time, with jitter. 0.8 s unless set.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(0.8);

    /// <summary>The longest single delay; a service that asks for more gets no further attempt. One minute unless set.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest time all delays of a call may take together. Five minutes unless set.</summary>
    public TimeSpan MaxTotalDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an attempt may go without a byte sent or received before it counts as a broken connection. 100 s unless
    /// set; <see cref="Timeout.InfiniteTimeSpan"/> turns it off. From 1 ms to 24 days: anything else is an
    /// <see cref="ArgumentException"/> where the client is made.
    /// </summary>
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Widens or narrows the rules: decides in their place. A body that cannot be sent again, and the limits above, still end the attempts.
    /// </summary>
    public Func<RetryContext, bool>? ShouldRetry { get; set; }

    /// <summary>What is wrong with the options; null where nothing is.</summary>
    internal string? Fault => this switch
    {
        // The longest that a timer waits.
        { NetworkTimeout: var limit } when limit != Timeout.InfiniteTimeSpan
            && (limit <= TimeSpan.Zero || limit.TotalMilliseconds > int.MaxValue) =>
            $"{nameof(NetworkTimeout)} is not between 1 ms and 24 days, nor infinite",
        { MaxRetries: < 0 } => $"{nameof(MaxRetries)} is negative",
        _ when BaseDelay < TimeSpan.Zero || MaxDelay < TimeSpan.Zero || MaxTotalDelay < TimeSpan.Zero =>
            "A delay is negative",
        _ => null,
    };

    internal RetryOptions Copy() => (RetryOptions)MemberwiseClone();
}
