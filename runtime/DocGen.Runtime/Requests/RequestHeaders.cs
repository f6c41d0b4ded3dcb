using System.Collections;

namespace DocGen;

/// <summary>Headers of a request beyond the documented ones; names compare without case.</summary>
public sealed class RequestHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    internal RequestHeaders()
    {
    }

    /// <summary>The value of a header; null where it is not set. Setting null removes it.</summary>
    /// <exception cref="ArgumentException">
    /// The name is no token (RFC 9110, section 5.6.2), or the value holds a line break, another control character, or a
    /// character outside of ASCII.
    /// </exception>
    public string? this[string name]
    {
        get => _headers.GetValueOrDefault(name);
        set
        {
            Validate(name, value);
            if (value is null)
                _headers.Remove(name);
            else
                _headers[name] = value;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _headers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool Contains(string name) => _headers.ContainsKey(name);

    internal RequestHeaders Copy()
    {
        var copy = new RequestHeaders();
        foreach ((string name, string value) in _headers)
            copy._headers.Add(name, value);
        return copy;
    }

    private static void Validate(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)))
            throw new ArgumentException("A header's name holds a character that is not allowed there.", nameof(name));
        if (value is not null && !value.All(static c => c is '\t' or (>= ' ' and <= '~')))
            throw new ArgumentException($"The value of the header '{name}' holds a character that is not allowed there.", nameof(value));
    }
}
