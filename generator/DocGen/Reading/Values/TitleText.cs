namespace DocGen.Generator.Reading;

/// <summary>Reads the names of types in titles and headings.</summary>
internal static class TitleText
{
    private static readonly string[] ResourceSuffixes = [" resource type", " resource", " complex type",
        " entity type"];

    private static readonly string[] EnumSuffixes =
        [" enumeration type", " enumeration values", " enum type", " enum values", " enumeration", " values", " enum",
            " members", " type", " resource type"];

    /// <summary>
    /// Returns the name of the resource in a title, or null. The title is like <c># driveItem resource type</c>, or has
    /// one word, <c># book</c>, on a page without front matter. On a page about a resource, the name may be any word
    /// with an inner capital.
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
    /// Returns the name before the words that announce values, or null: <c>conflictBehavior values</c>,
    /// <c>status enum type</c>.
    /// </summary>
    public static string? EnumName(string title)
    {
        if (Array.Find(EnumSuffixes, s => title.EndsWith(s, StringComparison.OrdinalIgnoreCase)) is not { } suffix)
            return null;
        string name = title.Substring(0, title.Length - suffix.Length).Trim('*', '`', ' ');
        return TypeText.IsTypeName(name) ? name : null;
    }

    /// <summary>
    /// Returns a title's word with an inner capital, or null. In any language, such a word is a name from the API.
    /// </summary>
    public static string? NameIn(string title) =>
        Words(title).FirstOrDefault(w => TypeText.IsTypeName(w) && char.IsLower(w[0]) && w.Skip(1).Any(char.IsUpper));

    /// <summary>
    /// Splits a text into runs of ASCII letters, digits, dots and underscores, because some languages put no space
    /// between a name and other words.
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
