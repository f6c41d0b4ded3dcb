namespace DocGen.Generator.Http;

/// <summary>Validates the parts of a message header (RFC 9110, section 5.6.2).</summary>
internal static class HttpToken
{
    public static bool IsToken(string text) => text.Length > 0 && text.All(c =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);

    /// <summary>Whether the text is a type and a subtype, without parameters (RFC 9110, section 8.3.1).</summary>
    public static bool IsMediaType(string text) =>
        text.Split('/') is { Length: 2 } parts && parts.All(IsToken);

    /// <summary>
    /// Whether the text contains only printable ASCII characters and tabs. Recipients may not understand other
    /// characters.
    /// </summary>
    public static bool IsFieldValue(string text) => text.All(c => c is '\t' or (>= ' ' and <= '~'));
}
