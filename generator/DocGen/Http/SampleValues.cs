using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>Recognises the keys that an example's URL shows in place of placeholders.</summary>
internal static class SampleValues
{
    private static readonly HashSet<string> TopLevelDomains =
        new(StringComparer.OrdinalIgnoreCase) { "com", "net", "org", "io", "edu", "gov", "info", "biz" };

    /// <summary>Turns each sample behind a literal into a placeholder; its parameter is named after that
    /// literal.</summary>
    /// <param name="segments">The path.</param>
    /// <param name="keys">What the page itself says are samples.</param>
    public static void Replace(List<UrlSegment> segments, HashSet<string>? keys)
    {
        for (int i = 1; i < segments.Count; i++)
        {
            if (segments[i].Literal is { } text && segments[i - 1].Literal is not null
                && (IsSample(text) || IsKey(text, keys)))
                segments[i] = new UrlSegment(EquatableArray.Of(new UrlPiece("id", IsPlaceholder: true)));
        }
    }

    /// <summary>Whether a segment is one of the keys, as it stands or percent-encoded.</summary>
    private static bool IsKey(string segment, HashSet<string>? keys) =>
        keys is not null && (keys.Contains(segment) || keys.Contains(Uri.UnescapeDataString(segment)));

    /// <summary>
    /// A GUID, a number, an address, a host, an opaque token. A camelCase word with digits is a name of the API.
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

    /// <summary>Six digits in a row: no name of an API has a number so long.</summary>
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
