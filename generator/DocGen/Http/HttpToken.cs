namespace DocGen.Generator.Http;

/// <summary>What HTTP takes in a message's head (RFC 9110, section 5.6.2).</summary>
internal static class HttpToken
{
    public static bool IsToken(string text) => text.Length > 0 && text.All(c =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);

    /// <summary>A type and a subtype, without parameters (RFC 9110, section 8.3.1).</summary>
    public static bool IsMediaType(string text) =>
        text.Split('/') is { Length: 2 } parts && parts.All(IsToken);

    /// <summary>Printable ASCII; a service that sends more has no receiver that is sure to understand it.</summary>
    public static bool IsFieldValue(string text) => text.All(c => c is '\t' or (>= ' ' and <= '~'));
}
