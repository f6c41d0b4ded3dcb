namespace DocGen;

/// <summary>
/// Headers of a request beyond the documented ones; names compare without case. A name that is no token (RFC 9110,
/// section 5.6.2) is an <see cref="ArgumentException"/>, and so is a value with a line break, another control
/// character, or a character outside of ASCII.
/// </summary>
public sealed class RequestHeaders : RequestValues
{
    internal RequestHeaders(RequestHeaders? other = null)
        : base(StringComparison.OrdinalIgnoreCase, other)
    {
    }

    private protected override void Check(string name, string? value)
    {
        if (!name.All(static c =>
            char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)))
            throw new ArgumentException("A header's name holds a character that is not allowed there.", nameof(name));
        if (value is not null && !value.All(static c => c is '\t' or (>= ' ' and <= '~')))
            throw new ArgumentException(
                $"The value of the header '{name}' holds a character that is not allowed there.", nameof(value));
    }
}
