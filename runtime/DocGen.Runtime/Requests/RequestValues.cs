using System.Collections;

namespace DocGen.Infrastructure;

/// <summary>Named values of a request, in the order they were set.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RequestValues : IEnumerable<KeyValuePair<string, string>>
{
    private readonly StringComparison _comparison;
    private readonly List<KeyValuePair<string, string>> _values;

    private protected RequestValues(StringComparison comparison, RequestValues? other) =>
        (_comparison, _values) = (comparison, other is null ? [] : [.. other._values]);

    /// <summary>The unencoded value; null if it is not set. Setting null removes it.</summary>
    /// <exception cref="ArgumentException">The name or the value is invalid.</exception>
    public string? this[string name]
    {
        get => IndexOf(name) is >= 0 and var index ? _values[index].Value : null;
        set
        {
            int index = IndexOf(name);
            Check(name, value);
            if (index >= 0)
                _values.RemoveAt(index);
            if (value is not null)
                _values.Insert(index < 0 ? _values.Count : index, new(name, value));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool Contains(string name) => IndexOf(name) >= 0;

    private protected virtual void Check(string name, string? value)
    {
    }

    private int IndexOf(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        for (int i = 0; i < _values.Count; i++)
        {
            if (_values[i].Key.Equals(name, _comparison))
                return i;
        }

        return -1;
    }
}
