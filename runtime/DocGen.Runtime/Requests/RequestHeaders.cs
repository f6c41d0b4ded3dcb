namespace DocGen;

/// <summary>
/// Extra headers of a request; names are case-insensitive. A name that is not an HTTP token (RFC 9110, section 5.6.2),
/// and a value with a line break, another control character, or a non-ASCII character, throw an
/// <see cref="ArgumentException"/>.
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
            throw new ArgumentException("The header name contains a character that is not allowed.", nameof(name));
        if (value is not null && !value.All(static c => c is '\t' or (>= ' ' and <= '~')))
            throw new ArgumentException(
                $"The value of the header '{name}' contains a character that is not allowed.", nameof(value));
    }
}
