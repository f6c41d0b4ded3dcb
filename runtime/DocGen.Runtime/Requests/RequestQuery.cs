using System.Collections;

namespace DocGen;

/// <summary>Query options of a request beyond the documented ones, in the order they were set.</summary>
public sealed class RequestQuery : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _options = [];

    internal RequestQuery()
    {
    }

    /// <summary>The value of an option, not percent-encoded; null where it is not set. Setting null removes it.</summary>
    public string? this[string name]
    {
        get
        {
            int index = IndexOf(name);
            return index < 0 ? null : _options[index].Value;
        }
        set
        {
            int index = IndexOf(name);
            if (index >= 0)
                _options.RemoveAt(index);
            if (value is not null)
                _options.Insert(index < 0 ? _options.Count : index, new(name, value));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _options.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal RequestQuery Copy()
    {
        var copy = new RequestQuery();
        copy._options.AddRange(_options);
        return copy;
    }

    internal bool Contains(string name) => IndexOf(name) >= 0;

    private int IndexOf(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _options.FindIndex(option => option.Key == name);
    }
}
