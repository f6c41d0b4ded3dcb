using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Parses types in docs: <c>Collection(Edm.String)</c>, <c>driveItem collection</c>, <c>string (timestamp)</c>.
/// </summary>
internal static class TypeText
{
    private static readonly Dictionary<string, TypeKind> Primitives = new(StringComparer.OrdinalIgnoreCase)
    {
        ["string"] = TypeKind.String,
        ["text"] = TypeKind.String,
        ["url"] = TypeKind.String,
        ["uri"] = TypeKind.String,
        ["etag"] = TypeKind.String,
        ["identifier"] = TypeKind.String,
        ["email"] = TypeKind.String,
        ["boolean"] = TypeKind.Boolean,
        ["bool"] = TypeKind.Boolean,
        ["byte"] = TypeKind.Byte,
        ["sbyte"] = TypeKind.SByte,
        ["int16"] = TypeKind.Int16,
        ["short"] = TypeKind.Int16,
        ["int"] = TypeKind.Int32,
        ["int32"] = TypeKind.Int32,
        ["integer"] = TypeKind.Int32,
        ["int64"] = TypeKind.Int64,
        ["long"] = TypeKind.Int64,
        ["single"] = TypeKind.Single,
        ["float"] = TypeKind.Single,
        ["double"] = TypeKind.Double,
        ["number"] = TypeKind.Double,
        ["decimal"] = TypeKind.Decimal,
        ["guid"] = TypeKind.Guid,
        ["uuid"] = TypeKind.Guid,
        ["datetimeoffset"] = TypeKind.DateTimeOffset,
        ["datetime"] = TypeKind.DateTimeOffset,
        ["timestamp"] = TypeKind.DateTimeOffset,
        ["date"] = TypeKind.Date,
        ["timeofday"] = TypeKind.TimeOfDay,
        ["duration"] = TypeKind.Duration,
        ["timespan"] = TypeKind.Duration,
        ["binary"] = TypeKind.Binary,
        ["base64"] = TypeKind.Binary,
        ["bytes"] = TypeKind.Binary,
        ["stream"] = TypeKind.Stream,
        ["json"] = TypeKind.Json,
        ["untyped"] = TypeKind.Json,
        ["object"] = TypeKind.JsonObject,
    };

    /// <summary>The words for primitive types.</summary>
    public static IEnumerable<string> Words => Primitives.Keys.OrderBy(word => word, StringComparer.Ordinal);

    /// <summary>Words that describe a value and not its type.</summary>
    public static readonly HashSet<string> Qualifiers =
        new(StringComparer.OrdinalIgnoreCase) { "optional", "required", "nullable", "read-only", "readonly", "enum",
            "resource", "object", "type", "the", "a", "an" };

    /// <summary>Returns the type that <paramref name="text"/> names, or null.</summary>
    /// <param name="text">The text of the cell or value.</param>
    /// <param name="isClear">False if part of the text was ignored.</param>
    public static DocType? Parse(string text, out bool isClear)
    {
        isClear = text.Length <= Limits.TypeText;
        text = isClear ? Clean(FirstSentence(text)) : "";
        if (text.Length == 0)
            return null;
        if (TryCollection(text, out string inner))
            return Parse(inner, out isClear)?.ToCollection();
        if (TryPrimitive(text, out TypeKind kind))
            return DocType.Of(kind);
        if (IsTypeName(text))
            return DocType.Named(text);

        int open = text.IndexOf('(');
        if (open >= 0)
            return ParseQualified(text, open, out isClear);
        return ParsePhrase(text, out isClear);
    }

    public static bool IsPrimitive(string text) => TryPrimitive(Clean(text), out _);

    /// <summary>
    /// Whether a text consists of letters, digits, underscores and dots, as in <c>microsoft.graph.driveItem</c> and
    /// <c>driveItem</c>.
    /// </summary>
    public static bool IsTypeName(string text)
    {
        if (text.Length is 0 or > Thresholds.TypeName || !(char.IsLetter(text[0]) || text[0] == '_')
            || text[text.Length - 1] == '.')
            return false;
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '_'))
                return false;
        }

        return text.IndexOf("..", StringComparison.Ordinal) < 0;
    }

    /// <summary>
    /// Whether a name has a namespace or an inner capital. In any language, such a word is a name from the API.
    /// </summary>
    public static bool IsQualified(string name) =>
        IsTypeName(name) && name.All(c => c <= '\x7f') && (name.IndexOf('.') > 0 || name.Skip(1).Any(char.IsUpper));

    /// <summary>
    /// Returns the first sentence of a cell, because a description may follow the type:
    /// <c>driveItem collection. Holds the children.</c>
    /// </summary>
    private static string FirstSentence(string text)
    {
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text.Substring(0, end);
    }

    private static string Clean(string text)
    {
        text = text.Trim().Trim('`', '*', '.', ',', ';', ' ');
        if (text.StartsWith("#", StringComparison.Ordinal))
            text = text.Substring(1);
        if (text.EndsWith("?", StringComparison.Ordinal))
            text = text.Substring(0, text.Length - 1);
        if (text.Length > 2 && text[0] == '[' && text.EndsWith("[]", StringComparison.Ordinal))
            text = text.Substring(1, text.Length - 3).TrimEnd(']');
        else if (text.Length > 2 && text[0] == '[' && text[text.Length - 1] == ']' && text.IndexOf(',') < 0)
            text = text.Substring(1, text.Length - 2);
        return text.Trim();
    }

    private static bool TryCollection(string text, out string inner)
    {
        if (Starts(text, "Collection(") && text.EndsWith(")", StringComparison.Ordinal))
            return Taken(text.Substring(11, text.Length - 12), out inner);
        foreach (string prefix in (string[])["collection of ", "array of ", "list of "])
        {
            if (Starts(text, prefix))
                return Taken(text.Substring(prefix.Length), out inner);
        }

        foreach (string suffix in (string[])[" collection", " array", "[]", " list", " collections"])
        {
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                return Taken(text.Substring(0, text.Length - suffix.Length), out inner);
        }

        return !Taken("", out inner);
    }

    private static bool Taken(string value, out string inner)
    {
        inner = value.Trim();
        return true;
    }

    private static bool Starts(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    public static bool TryPrimitive(string text, out TypeKind kind)
    {
        if (Starts(text, "Edm."))
            text = text.Substring(4);
        return Primitives.TryGetValue(text, out kind);
    }

    /// <summary>Parses a type with a parenthesis that may restrict the type: <c>string (timestamp)</c>.</summary>
    private static DocType? ParseQualified(string text, int open, out bool isClear)
    {
        int close = text.IndexOf(')', open);
        string inside = (close < 0 ? text.Substring(open + 1) : text.Substring(open + 1, close - open - 1)).Trim();
        string outside = (text.Substring(0, open) + (close < 0 ? "" : text.Substring(close + 1))).Trim();
        DocType? narrow = Qualifiers.Contains(inside) ? null : inside.ToLowerInvariant() switch
        {
            "timestamp" or "datetime" or "datetimeoffset" => DocType.Of(TypeKind.DateTimeOffset),
            "date" => DocType.Of(TypeKind.Date),
            "duration" => DocType.Of(TypeKind.Duration),
            "base64" or "binary" => DocType.Of(TypeKind.Binary),
            "guid" or "uuid" => DocType.Of(TypeKind.Guid),
            _ => null,
        };
        isClear = true;
        return narrow ?? Parse(outside, out isClear);
    }

    private static DocType? ParsePhrase(string text, out bool isClear)
    {
        isClear = true;
        if (text.IndexOf("iso 8601 duration", StringComparison.OrdinalIgnoreCase) >= 0)
            return DocType.Of(TypeKind.Duration);
        if (text.IndexOf("json object", StringComparison.OrdinalIgnoreCase) >= 0)
            return DocType.Of(TypeKind.Json);
        if (IndexOfOr(text, 0) > 0)
            return ParseUnion(text, out isClear);
        string[] words = text.Split([' ', ',', '/', '|'], StringSplitOptions.RemoveEmptyEntries);
        List<string> telling = words.Where(w => !Qualifiers.Contains(w.Trim('.', ':'))).ToList();
        if (telling.Count == 1 && telling[0] != text)
            return Parse(telling[0], out isClear);
        isClear = false;
        return telling.Count > 1 && TryPrimitive(telling[0], out TypeKind kind) ? DocType.Of(kind) : null;
    }

    /// <summary>
    /// Parses "A or B". Resources of equal rank become alternatives. Different other types become any JSON.
    /// </summary>
    private static DocType? ParseUnion(string text, out bool isClear)
    {
        isClear = false;
        DocType?[] types = [.. Alternatives(text).Select(part => Parse(part, out _))];
        if (types.Length < 2 || types.Any(t => t is null))
            return types.FirstOrDefault(t => t is not null);
        if (types.All(t => t!.IsNamed && t.Rank == types[0]!.Rank))
            return types[0]! with { Others = types.Skip(1).Select(t => t!.Name!).ToEquatableArray() };
        return types.All(t => t == types[0]) ? types[0] : DocType.Of(TypeKind.Json);
    }

    private static IEnumerable<string> Alternatives(string text)
    {
        int start = 0;
        for (int or = IndexOfOr(text, 0); or >= 0; or = IndexOfOr(text, start))
        {
            yield return text.Substring(start, or - start);
            start = or + " or ".Length;
        }

        yield return text.Substring(start);
    }

    /// <summary>
    /// Finds " or " in any case. Each match must be split, because the alternatives are parsed again: an unsplit match
    /// would recurse forever.
    /// </summary>
    private static int IndexOfOr(string text, int start) =>
        text.IndexOf(" or ", start, StringComparison.OrdinalIgnoreCase);
}
