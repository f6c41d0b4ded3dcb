using System.Collections.Concurrent;

namespace DocGen.Generator.Model;

/// <summary>
/// The results of a computation from one run to the next. Each result is stored with its input and with every fact that
/// the computation read, and is used again while input and facts are equal. So a run after an edit gives what a fresh
/// run gives. An entry never changes and every run checks it against its own facts, so that two runs may share a cache.
/// </summary>
/// <typeparam name="TInput">What a result is made of, compared by value.</typeparam>
/// <typeparam name="TKey">What the computation looks facts up by.</typeparam>
/// <typeparam name="TFact">A fact outside the input.</typeparam>
/// <typeparam name="TResult">Where a new result equals the last one, the last object is returned.</typeparam>
internal sealed class Cached<TInput, TKey, TFact, TResult>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _computed;
    private NameSet? _kept;
    private int _keptEntries;

    /// <summary>The number of results that were computed and not taken from the cache.</summary>
    public int Computed => _computed;

    /// <param name="name">Names the result. It has one entry, whatever its input was.</param>
    /// <param name="input">What the result is made of.</param>
    /// <param name="facts">Gives the facts of this run. A key has the same fact throughout one computation.</param>
    /// <param name="compute">Computes the result from the input and from facts that it reads through its argument
    /// alone.</param>
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

    /// <summary>The last result of the name, whatever its input was, or null.</summary>
    public TResult? Last(string name) => _entries.TryGetValue(name, out Entry? last) ? last.Result : default;

    /// <summary>Drops results that a run did not ask for: what they were made of may be large.</summary>
    /// <param name="names">The names of the results that it asked for.</param>
    public void KeepOnly(NameSet names)
    {
        // After most edits the names are the same set, and no entry was added.
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

/// <summary>The results of a computation that reads nothing but its input.</summary>
/// <inheritdoc cref="Cached{TInput, TKey, TFact, TResult}"/>
/// <param name="compute">Computes a result from its input, and may start from the result of another input.</param>
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
