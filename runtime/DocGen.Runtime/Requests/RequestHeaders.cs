namespace DocGen;

/// <summary>Headers of a request beyond the documented ones; names compare without case.</summary>
public sealed class RequestHeaders : RequestValues
{
    internal RequestHeaders(RequestHeaders? other = null)
        : base(StringComparison.OrdinalIgnoreCase, other)
    {
    }

    /// <summary>The value of a header; null where it is not set. Setting null removes it.</summary>
    /// <exception cref="ArgumentException">
    /// The name is no token (RFC 9110, section 5.6.2), or the value holds a line break, another control character, or a
    /// character outside of ASCII.
    /// </exception>
    public string? this[string name]
    {
        get => Get(name);
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            if (!name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)))
                throw new ArgumentException("A header's name holds a character that is not allowed there.", nameof(name));
            if (value is not null && !value.All(static c => c is '\t' or (>= ' ' and <= '~')))
                throw new ArgumentException($"The value of the header '{name}' holds a character that is not allowed there.", nameof(value));
            Set(name, value);
        }
    }
}
