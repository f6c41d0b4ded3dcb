namespace DocGen;

/// <summary>Sets when and how often a call is retried.</summary>
/// <remarks>
/// Numbers and times must not be negative. <see cref="MaxDelay"/> and <see cref="NetworkTimeout"/> are at most 49 days,
/// which is the limit of a timer.
/// </remarks>
public sealed class RetryOptions
{
    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>The maximum number of retries of a call; 0 turns retries off. Default: 3.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The first delay if the service specifies none. It doubles with each retry, with jitter. Default: 0.8 s.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(0.8);

    /// <summary>
    /// The longest single delay. If the service requests a longer one, the call is not retried. Default: one minute.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest total delay of a call. Default: five minutes.</summary>
    public TimeSpan MaxTotalDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The longest time in which an attempt sends and receives no byte. After that time, its connection counts as
    /// broken. From 1 ms to 49 days; <see cref="Timeout.InfiniteTimeSpan"/> turns the timeout off. Default: 100 s. The
    /// time for opening a connection is limited by <see cref="SocketsHttpHandler.ConnectTimeout"/> of the handler.
    /// After a connect timeout, any call may be retried, because nothing was sent.
    /// </summary>
    public TimeSpan NetworkTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// A function that overrides the default rules. It returns whether to retry the call. Calls whose body cannot be
    /// sent again, and calls that exceed the other limits of this class, are never retried.
    /// </summary>
    public Func<RetryContext, bool>? ShouldRetry { get; set; }

    internal RetryOptions Copy() => (RetryOptions)MemberwiseClone();

    /// <exception cref="ArgumentException">An option is out of its range; the message contains its name.</exception>
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
