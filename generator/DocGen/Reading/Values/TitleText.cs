namespace DocGen.Generator.Reading;

/// <summary>The names of types in titles and headings.</summary>
internal static class TitleText
{
    private static readonly string[] ResourceSuffixes = [" resource type", " resource", " complex type",
        " entity type"];

    private static readonly string[] EnumSuffixes =
        [" enumeration type", " enumeration values", " enum type", " enum values", " enumeration", " values", " enum",
            " members", " type", " resource type"];

    /// <summary>
    /// <c># driveItem resource type</c>; a title of one word, <c># book</c>, on a page without front matter; or the
    /// title's word with an inner capital on a page that is about a resource.
    /// </summary>
    public static string? ResourceName(string title, bool hasFrontMatter, bool isAboutResource)
    {
        if (Array.Find(ResourceSuffixes, s => title.EndsWith(s, StringComparison.OrdinalIgnoreCase)) is { } suffix)
        {
            string name = title.Substring(0, title.Length - suffix.Length);
            return TypeText.IsTypeName(name) ? name : null;
        }

        if (!hasFrontMatter && TypeText.IsTypeName(title))
            return title;
        return isAboutResource
            ? Words(title).FirstOrDefault(word => TypeText.IsTypeName(word) && word.Skip(1).Any(char.IsUpper)) : null;
    }

    /// <summary>
    /// <c>conflictBehavior values</c>, <c>status enum type</c>: the name before the words that announce values, or
    /// null.
    /// </summary>
    public static string? EnumName(string title)
    {
        if (Array.Find(EnumSuffixes, s => title.EndsWith(s, StringComparison.OrdinalIgnoreCase)) is not { } suffix)
            return null;
        string name = title.Substring(0, title.Length - suffix.Length).Trim('*', '`', ' ');
        return TypeText.IsTypeName(name) ? name : null;
    }

    /// <summary>
    /// A title's word with an inner capital, or null: in any language it can only be a name of the API.
    /// </summary>
    public static string? NameIn(string title) =>
        Words(title).FirstOrDefault(w => TypeText.IsTypeName(w) && char.IsLower(w[0]) && w.Skip(1).Any(char.IsUpper));

    /// <summary>
    /// The runs of letters, digits, dots and underscores in ASCII: a name stands right beside the words of some
    /// languages.
    /// </summary>
    private static IEnumerable<string> Words(string text)
    {
        for (int start = 0, end = 0; end <= text.Length; end++)
        {
            if (end < text.Length && text[end] <= '\x7f'
                && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.'))
                continue;
            if (end > start)
                yield return text.Substring(start, end - start);
            start = end + 1;
        }
    }
}
