using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Finds the service root in a sentence of a page: "The base URL is <c>https://api.example.com/v2</c>".
/// </summary>
internal static class StatedRoot
{
    private static readonly string[] Phrases = ["base url", "base uri", "root url", "api root", "service root",
        "base address"];

    /// <summary>Returns the first address in such a sentence, without a trailing slash, or null.</summary>
    public static string? In(string text)
    {
        foreach (string phrase in Phrases)
        {
            for (int at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0;
                at = text.IndexOf(phrase, at + phrase.Length, StringComparison.OrdinalIgnoreCase))
            {
                int length = Math.Min(Thresholds.RootDistance, text.Length - at);
                int http = text.IndexOf("http", at, length, StringComparison.Ordinal);
                if (http >= 0 && IsStatement(text.Substring(at + phrase.Length, http - at - phrase.Length))
                    && AddressAt(text, http) is { } address)
                    return address;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the text between phrase and address connects them: it belongs to one sentence with "is", or has a colon,
    /// an equals sign or a cell border.
    /// </summary>
    private static bool IsStatement(string between) =>
        between.IndexOf(". ", StringComparison.Ordinal) < 0
        && (between.IndexOf(" is", StringComparison.OrdinalIgnoreCase) >= 0
            || between.IndexOfAny([':', '=', '|']) >= 0);

    private static string? AddressAt(string text, int start)
    {
        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end])
            && text[end] is not ('`' or '"' or '\'' or ')' or ']' or '>' or '|' or '*'))
            end++;
        string address = text.Substring(start, end - start).TrimEnd('.', ',', ';', ':', '/');
        bool isRoot = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
            && address.IndexOfAny(['{', '<', '?', '#', '$']) < 0 && uri!.UserInfo.Length == 0
            && !address.Split('/').Skip(3).Any(IsSample);
        return isRoot ? address : null;
    }

    /// <summary>Whether a segment is a number or a file. The address then belongs to a single request.</summary>
    private static bool IsSample(string segment) =>
        segment.All(char.IsDigit) || segment.EndsWith(".json", StringComparison.Ordinal)
            || segment.EndsWith(".xml", StringComparison.Ordinal);
}
