namespace Samples.Drive;

/// <summary>
/// Injects faults into the server: see <c>apidocs/concepts/throttling.md</c>. The faults depend only on the seed, so
/// they are reproducible.
/// </summary>
public sealed class FaultSchedule
{
    // Shorter transfers complete before a connection can break.
    private const int ShortestBroken = 1 << 20;

    private readonly Lock _lock = new();
    private readonly Random? _random;
    private readonly int _retryAfter;
    private readonly Dictionary<FaultKind, int> _inARow = [];

    private FaultSchedule(int? seed, int retryAfter)
    {
        _random = seed is { } number ? new Random(number) : null;
        _retryAfter = retryAfter;
    }

    /// <summary>The number of requests that were refused with 429 or 503.</summary>
    public int Throttled { get; private set; }

    /// <summary>The number of connections that were broken during an upload or a download.</summary>
    public int Broken { get; private set; }

    /// <summary>Creates a schedule without faults.</summary>
    public static FaultSchedule None() => new(seed: null, retryAfter: 0);

    /// <summary>
    /// Creates a schedule in which some requests are refused and some connections break. The same kind of fault never
    /// occurs more than twice in a row.
    /// </summary>
    /// <param name="seed">Determines the faults.</param>
    /// <param name="retryAfter">The <c>Retry-After</c> delay of a refused request, in seconds.</param>
    public static FaultSchedule FromSeed(int seed, int retryAfter = 1) => new(seed, retryAfter);

    /// <summary>Returns the status and delay to refuse this request with; null accepts it.</summary>
    public (int Status, int RetryAfter)? Refusal()
    {
        lock (_lock)
        {
            if (!Strikes(FaultKind.Refusal, oneIn: 3))
                return null;
            Throttled++;
            return (_random!.Next(2) == 0 ? 429 : 503, _retryAfter);
        }
    }

    /// <summary>Returns the number of bytes after which the connection breaks; null if it does not break.</summary>
    public int? BreakAfter(int length)
    {
        lock (_lock)
        {
            if (length < ShortestBroken || !Strikes(FaultKind.Break, oneIn: 4))
                return null;
            Broken++;
            return _random!.Next(length + 1);
        }
    }

    /// <summary>Returns how many times a job's monitor reports that the job is running.</summary>
    public int StepsOfJob()
    {
        lock (_lock)
            return _random?.Next(2, 7) ?? 2;
    }

    private bool Strikes(FaultKind kind, int oneIn)
    {
        if (_random is null)
            return false;

        // The first fault of each kind always occurs, so that every seed causes each kind of fault.
        bool isFirst = !_inARow.TryGetValue(kind, out int inARow);
        bool strikes = isFirst || (inARow < 2 && _random.Next(oneIn) == 0);
        _inARow[kind] = strikes ? inARow + 1 : 0;
        return strikes;
    }

    private enum FaultKind
    {
        Refusal,
        Break,
    }
}
