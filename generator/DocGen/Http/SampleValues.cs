using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>Recognizes sample keys in the URLs of examples.</summary>
internal static class SampleValues
{
    private static readonly HashSet<string> TopLevelDomains =
        new(StringComparer.OrdinalIgnoreCase) { "com", "net", "org", "io", "edu", "gov", "info", "biz" };

    /// <summary>
    /// Replaces each sample value after a literal with a placeholder. The parameter of the placeholder is named after
    /// that literal.
    /// </summary>
    /// <param name="segments">The segments of the path.</param>
    /// <param name="keys">Values that the page declares as samples, or null.</param>
    public static void Replace(List<UrlSegment> segments, HashSet<string>? keys)
    {
        for (int i = 1; i < segments.Count; i++)
        {
            if (segments[i].Literal is { } text && segments[i - 1].Literal is not null
                && (IsSample(text) || IsKey(text, keys)))
                segments[i] = new UrlSegment(EquatableArray.Of(new UrlPiece("id", IsPlaceholder: true)));
        }
    }

    /// <summary>Whether a segment is one of the keys, as written or percent-encoded.</summary>
    private static bool IsKey(string segment, HashSet<string>? keys) =>
        keys is not null && (keys.Contains(segment) || keys.Contains(Uri.UnescapeDataString(segment)));

    /// <summary>
    /// Whether the text is a GUID, a number, an e-mail address, a host or an opaque token. A word in camel case that
    /// contains digits is a name of the API.
    /// </summary>
    public static bool IsSample(string text)
    {
        if (text.IndexOfAny(['(', '$', ':']) >= 0)
            return false;
        if (text.All(char.IsDigit) || Guid.TryParse(text, out _) || text.IndexOfAny(['@', '=', '!', '%', ',']) >= 0)
            return true;
        int dot = text.LastIndexOf('.');
        if (dot > 0)
            return TopLevelDomains.Contains(text.Substring(dot + 1));
        return HasLongNumber(text) || text.Length >= Thresholds.SampleLength
            && DigitRuns(text) >= Thresholds.SampleNumbers - (text.IndexOf('-') > 0 ? 1 : 0);
    }

    /// <summary>Whether the text has six digits in a row, which API names don't have.</summary>
    private static bool HasLongNumber(string text)
    {
        int digits = 0;
        foreach (char c in text)
        {
            digits = char.IsDigit(c) ? digits + 1 : 0;
            if (digits == Thresholds.SampleDigits)
                return true;
        }

        return false;
    }

    private static int DigitRuns(string text)
    {
        int runs = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]) && (i == 0 || !char.IsDigit(text[i - 1])))
                runs++;
        }

        return runs;
    }
}
