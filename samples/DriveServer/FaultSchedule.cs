namespace Samples.Drive;

/// <summary>
/// What goes wrong on the server, on purpose: see <c>apidocs/concepts/throttling.md</c>. A seed decides it all, so that
/// what happened once happens again.
/// </summary>
public sealed class FaultSchedule
{
    // What is shorter has come before a connection can break.
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

    /// <summary>How many requests were refused with 429 or 503.</summary>
    public int Throttled { get; private set; }

    /// <summary>How many connections were broken in an upload or a download.</summary>
    public int Broken { get; private set; }

    /// <summary>Nothing goes wrong.</summary>
    public static FaultSchedule None() => new(seed: null, retryAfter: 0);

    /// <summary>Some requests are refused and some connections break; never more than twice in a row.</summary>
    /// <param name="seed">Decides which.</param>
    /// <param name="retryAfter">The seconds that a refused client is told to wait.</param>
    public static FaultSchedule FromSeed(int seed, int retryAfter = 1) => new(seed, retryAfter);

    /// <summary>Whether this request is refused, and with what.</summary>
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

    /// <summary>After how many of these bytes the connection breaks; null: it holds.</summary>
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

    /// <summary>How many times a job's monitor answers that it goes on.</summary>
    public int StepsOfJob()
    {
        lock (_lock)
            return _random?.Next(2, 7) ?? 2;
    }

    private bool Strikes(FaultKind kind, int oneIn)
    {
        if (_random is null)
            return false;

        // The first of each kind always comes, so that no seed is without.
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
