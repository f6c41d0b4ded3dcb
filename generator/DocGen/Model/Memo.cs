namespace DocGen.Generator.Model;

/// <summary>
/// What is remembered of things that pages say, for as long as they say them: an edited page has new ones, and what was
/// remembered goes with the old. It changes no result, only what a result costs. It is kept in the things themselves: a table of weak
/// references would be gone through by every collection of garbage.
/// </summary>
internal sealed class Memo<TKey, TValue>
    where TKey : PageFact
    where TValue : class
{
    public TValue? Of(TKey key) => (TValue?)key.Recall(this);

    public TValue Of(TKey key, Func<TKey, TValue> make)
    {
        if (Of(key) is { } known)
            return known;
        TValue made = make(key);
        Set(key, made);
        return made;
    }

    public void Set(TKey key, TValue? value) => key.Remember(this, value);
}
