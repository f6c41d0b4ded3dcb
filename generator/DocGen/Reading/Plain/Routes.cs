using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Compares URLs that address the same resource.</summary>
internal static class Routes
{
    /// <summary>
    /// Whether both requests end in the same collection or in an item of it: <c>/todos/{}</c> and
    /// <c>/buckets/{}/todos/{}</c>.
    /// </summary>
    public static bool AreAlike(PlainRequest one, PlainRequest other) =>
        one.Shape == other.Shape || (one.End == other.End && one.End.Length >= Thresholds.RouteEnd);

    /// <summary>Whether one URL ends in all segments of the other URL, which may have placeholders.</summary>
    public static bool IsWithin(DocumentedUrl one, DocumentedUrl other) =>
        one.Segments.Count <= other.Segments.Count ? PrefixOf(other, one) >= 0 : PrefixOf(one, other) >= 0;

    /// <summary>
    /// Returns the number of segments in an example before those of a template, whose placeholders match any value.
    /// Returns -1 if the URL is not an example of the template.
    /// </summary>
    public static int PrefixOf(DocumentedUrl example, DocumentedUrl template)
    {
        int prefix = example.Segments.Count - template.Segments.Count;
        if (prefix < 0 || template.Segments.IsEmpty)
            return prefix == 0 ? 0 : -1;
        return example.Path.IsExampleOf(template.Path) ? prefix : -1;
    }

    /// <summary>
    /// Gives the placeholders of a URL the names that they have in another URL of the same resource. Compares the
    /// segments from the end, as long as they have the same shapes.
    /// </summary>
    public static UrlPath NamedAs(UrlPath route, UrlPath other)
    {
        UrlSegment[] named = [.. route.Segments];
        for (int i = 1; i <= Math.Min(named.Length, other.Segments.Count); i++)
        {
            UrlSegment wanted = other.Segments[other.Segments.Count - i];
            UrlSegment own = named[named.Length - i];
            if (own.Shape != wanted.Shape)
                break;
            named[named.Length - i] = own.HasPlaceholder ? wanted : own;
        }

        var path = new UrlPath(named.ToEquatableArray(), route.EndsInSlash);
        string[] names = [.. path.Placeholders.Select(p => p.Text)];
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length ? path : route;
    }

    /// <summary>Returns the last literal segment of a URL and the placeholders after it.</summary>
    public static string End(DocumentedUrl url)
    {
        int last = url.Segments.Count - 1;
        while (last > 0 && url.Segments[last].HasPlaceholder)
            last--;
        return string.Join("/", url.Segments.Skip(Math.Max(0, last)).Select(s => s.Shape));
    }

    /// <summary>Returns the last word of a URL, without an extension; empty if the URL has no word.</summary>
    public static string LastWord(DocumentedUrl url)
    {
        for (int i = url.Segments.Count - 1; i >= 0; i--)
        {
            if (Word(url.Segments[i]) is { } word)
                return word;
        }

        return "";
    }

    /// <summary>Returns the word of a segment, without an extension, or null.</summary>
    public static string? Word(UrlSegment segment)
    {
        if (segment.Literal is not { } literal)
            return null;
        int dot = literal.LastIndexOf('.');
        string word = dot > 0 && literal.Length - dot - 1 is > 0 and <= Thresholds.UrlExtension
            ? literal.Substring(0, dot) : literal;
        return word.TrimStart('@', '~', '$', '_', '.') is { Length: > 0 } trimmed && trimmed.Any(char.IsLetter)
            ? trimmed : null;
    }
}
