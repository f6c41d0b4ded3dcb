using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>Reads the types of members from the words that plain docs use.</summary>
internal static class PlainTypes
{
    private static readonly string[] Lists = ["array", "list", "collection"];

    private static readonly string[] Objects = ["object", "hash", "map", "dict", "dictionary", "json", "json object",
        "hash map", "struct"];

    private static readonly string[] Texts = ["enum", "id", "slug", "string enum", "password", "html", "markdown",
        "token", "char", "varchar"];

    /// <summary>All words for types.</summary>
    public static readonly IReadOnlyList<string> Words = [.. Lists, .. Objects, .. Texts, .. TypeText.Words];

    private static readonly string[] Counts = ["page", "per_page", "perpage", "page_size", "pagesize", "limit",
        "offset", "position", "count"];

    /// <summary>Reads the type in a cell or in brackets; null if it is not certain.</summary>
    public static DocType? Parse(string text)
    {
        string word = text.Trim(' ', '`', '*', '.', ',', '_').ToLowerInvariant();
        if (word.Length is 0 or > Thresholds.PlainType)
            return null;
        if (word.EndsWith("?", StringComparison.Ordinal))
            word = word.TrimEnd('?');
        if (Lists.Contains(word, StringComparer.Ordinal))
            return DocType.Of(TypeKind.Json).ToCollection();
        if (Objects.Contains(word, StringComparer.Ordinal))
            return DocType.Of(TypeKind.JsonObject);
        if (Texts.Contains(word, StringComparer.Ordinal))
            return DocType.String;
        string? inner = Element(word);
        if (inner is not null)
            return (Parse(Inflection.Singular(inner)) ?? DocType.Of(TypeKind.Json)).ToCollection();
        if (word.IndexOf(' ') > 0 && Parse(word.Substring(0, word.IndexOf(' '))) is { } first
            && word.IndexOf(" of ", StringComparison.Ordinal) < 0)
            return first;
        if (word.StartsWith("date", StringComparison.Ordinal) && word is "date-time" or "date time" or "datetime")
            return DocType.Of(TypeKind.DateTimeOffset);
        return TypeText.Parse(word, out bool isClear) is { IsNamed: false, Others.IsEmpty: true } type && isClear ? type
            : null;
    }

    /// <summary>
    /// Infers the type of a member without one from its name and description; null if they imply none.
    /// </summary>
    public static DocType? Implied(string name, string words)
    {
        bool Says(string text) => words.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0;
        bool isList = name.EndsWith("[]", StringComparison.Ordinal)
            || words.StartsWith("an array of", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("array of", StringComparison.OrdinalIgnoreCase)
                || words.StartsWith("a list of", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("list of", StringComparison.OrdinalIgnoreCase);
        string bare = name.TrimEnd('[', ']');
        if (isList)
            return bare.EndsWith("ids", StringComparison.OrdinalIgnoreCase) ? DocType.Of(TypeKind.Int64).ToCollection()
                : name.EndsWith("[]", StringComparison.Ordinal) ? DocType.String.ToCollection() : null;
        if (Says("set to true") || Says("true or false") || Says("true if ") || Says("true to ")
            || words.StartsWith("whether", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("if true", StringComparison.OrdinalIgnoreCase))
            return DocType.Of(TypeKind.Boolean);
        return Counts.Contains(bare.ToLowerInvariant(), StringComparer.Ordinal) ? DocType.Of(TypeKind.Int32) : null;
    }

    /// <summary>
    /// Returns the element type of a list: "array of ints", "string[]", "list[int]", "array(string)".
    /// </summary>
    private static string? Element(string word)
    {
        if (word.EndsWith("[]", StringComparison.Ordinal))
            return word.Substring(0, word.Length - 2);
        foreach (string list in Lists)
        {
            if (!word.StartsWith(list, StringComparison.Ordinal) || word.Length == list.Length)
                continue;
            string rest = word.Substring(list.Length).Trim();
            if (rest.StartsWith("of ", StringComparison.Ordinal))
                return rest.Substring("of ".Length).Trim();
            if (rest[0] is '[' or '<' or '(')
                return rest.Trim('[', ']', '<', '>', '(', ')', ' ');
        }

        return null;
    }

}
