using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>The service root that a page states in words: "The base URL is
/// <c>https://api.example.com/v2</c>".</summary>
internal static class StatedRoot
{
    private static readonly string[] Phrases = ["base url", "base uri", "root url", "api root", "service root",
        "base address"];

    /// <summary>The address without a trailing slash, or null. Of several that the page states, the first.</summary>
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

    /// <summary>One sentence that leads from the phrase to the address, or a cell of a table, or a colon.</summary>
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

    /// <summary>A number or a file: the address shows one request, and is not the root of all.</summary>
    private static bool IsSample(string segment) =>
        segment.All(char.IsDigit) || segment.EndsWith(".json", StringComparison.Ordinal)
            || segment.EndsWith(".xml", StringComparison.Ordinal);
}
