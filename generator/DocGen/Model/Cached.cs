using System.Collections.Concurrent;

namespace DocGen.Generator.Model;

/// <summary>
/// Caches the results of a computation between runs. A computation can read facts, which are values outside its input.
/// Each result is stored with its input and the facts that were read, and is reused only if these are equal. So an
/// incremental run gives the same results as a run with an empty cache. Entries are immutable, and each run compares
/// them with its own facts, so concurrent runs can share a cache.
/// </summary>
/// <typeparam name="TInput">The input of a result, compared by value.</typeparam>
/// <typeparam name="TKey">The key of a fact.</typeparam>
/// <typeparam name="TFact">A fact that is not part of the input.</typeparam>
/// <typeparam name="TResult">The result. If a new result equals the last one, the last object is returned.</typeparam>
internal sealed class Cached<TInput, TKey, TFact, TResult>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _computed;
    private NameSet? _kept;
    private int _keptEntries;

    /// <summary>The number of results that were computed instead of taken from the cache.</summary>
    public int Computed => _computed;

    /// <param name="name">The name of the result. Each name has one entry, regardless of the input.</param>
    /// <param name="input">The input of the result.</param>
    /// <param name="facts">Returns the facts of this run. A key must have the same fact throughout one
    /// computation.</param>
    /// <param name="compute">Computes the result from the input, and from facts that it reads only through its second
    /// argument.</param>
    public TResult Get(string name, TInput input, Func<TKey, TFact> facts,
        Func<TInput, Func<TKey, TFact>, TResult> compute)
    {
        if (_entries.TryGetValue(name, out Entry? last) && last.Holds(input, facts))
            return last.Result;
        var reads = new Dictionary<TKey, TFact>();
        TResult result = compute(input, key =>
        {
            if (!reads.TryGetValue(key, out TFact fact))
                reads.Add(key, fact = facts(key));
            return fact;
        });
        if (last is not null && EqualityComparer<TResult>.Default.Equals(last.Result, result))
            result = last.Result;
        _entries[name] = new Entry(input, [.. reads], result);
        Interlocked.Increment(ref _computed);
        return result;
    }

    /// <summary>Returns the last result with the name, regardless of its input, or null.</summary>
    public TResult? Last(string name) => _entries.TryGetValue(name, out Entry? last) ? last.Result : default;

    /// <summary>Drops results that a run did not request, because their inputs may be large.</summary>
    /// <param name="names">The names of the requested results.</param>
    public void KeepOnly(NameSet names)
    {
        // After most edits the names are unchanged and no entry was added.
        if (ReferenceEquals(names, _kept) && _entries.Count == _keptEntries)
            return;
        foreach (KeyValuePair<string, Entry> entry in _entries)
        {
            if (!names.Contains(entry.Key))
                _entries.TryRemove(entry.Key, out _);
        }

        (_kept, _keptEntries) = (names, _entries.Count);
    }

    private sealed class Entry(TInput input, KeyValuePair<TKey, TFact>[] reads, TResult result)
    {
        public TResult Result { get; } = result;

        public bool Holds(TInput other, Func<TKey, TFact> facts)
        {
            if (!EqualityComparer<TInput>.Default.Equals(input, other))
                return false;
            foreach (KeyValuePair<TKey, TFact> read in reads)
            {
                if (!EqualityComparer<TFact>.Default.Equals(facts(read.Key), read.Value))
                    return false;
            }

            return true;
        }
    }
}

/// <summary>Caches the results of a computation that reads only its input.</summary>
/// <inheritdoc cref="Cached{TInput, TKey, TFact, TResult}"/>
/// <param name="compute">Computes a result from its input, and optionally from the previous result.</param>
internal sealed class Cached<TInput, TResult>(Func<TInput, TResult?, TResult> compute)
    where TResult : class
{
    private static readonly Func<bool, bool> NoFacts = static key => key;

    private readonly Cached<TInput, bool, bool, TResult> _results = new();

    public Cached(Func<TInput, TResult> compute)
        : this((input, _) => compute(input))
    {
    }

    /// <inheritdoc cref="Cached{TInput, TKey, TFact, TResult}.Computed"/>
    public int Computed => _results.Computed;

    /// <inheritdoc cref="Cached{TInput, TKey, TFact, TResult}.Get"/>
    public TResult Get(string name, TInput input) =>
        _results.Get(name, input, NoFacts, (made, _) => compute(made, _results.Last(name)));

    /// <inheritdoc cref="Cached{TInput, TKey, TFact, TResult}.KeepOnly"/>
    public void KeepOnly(NameSet names) => _results.KeepOnly(names);
}
