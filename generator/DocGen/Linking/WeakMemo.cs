using System.Runtime.CompilerServices;

namespace DocGen.Generator.Linking;

/// <summary>
/// What is remembered of things that pages say, for as long as they say them: an edited page has new ones, and what was
/// remembered goes with the old. It changes no result, only what a result costs.
/// </summary>
internal sealed class WeakMemo<TKey, TValue>
    where TKey : class
    where TValue : class
{
    private readonly ConditionalWeakTable<TKey, TValue> _values = new();

    public TValue? Of(TKey key) => _values.TryGetValue(key, out TValue? value) ? value : null;

    public TValue Of(TKey key, Func<TKey, TValue> make)
    {
        if (Of(key) is { } known)
            return known;
        TValue made = make(key);
        Set(key, made);
        return made;
    }

    public void Set(TKey key, TValue? value)
    {
        // An editor may run one generator for two snapshots of a project at once.
        lock (_values)
        {
            _values.Remove(key);
            if (value is not null)
                _values.Add(key, value);
        }
    }
}
