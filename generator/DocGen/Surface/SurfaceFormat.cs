using System.Globalization;
using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>The keywords of surface files, and the syntax of names in them.</summary>
internal static class SurfaceFormat
{
    /// <summary>The first line of a file: the name and version of the format.</summary>
    public const string Header = Format + " 1";

    public const int Version = 1;

    public const string Format = "docgen-surface";

    public const string Constructor = "new";
    public const string Encoding = "as";
    public const string Required = "required";
    public const string AnswerHeader = "answer";
    public const string GroupClass = "operations";
    public const string RequestClass = "request";
    public const string ResponseClass = "response";
    public const string ItemsIn = "in";
    public const string PagedBy = "by";
    public const string Type = "type";
    public const string Shape = "shape";
    public const string Enum = "enum";
    public const string Values = "values";
    public const string Abstract = "abstract";
    public const string Open = "open";
    public const string Placeholder = "placeholder";
    public const string Flags = "flags";

    private const string Wrapped = "Wrapped";

    private static readonly AnswerKind[] Kinds = [AnswerKind.Value, AnswerKind.Collection, AnswerKind.Delta,
        AnswerKind.Content, AnswerKind.Job, AnswerKind.Upload];

    private static readonly MemberPlace[] Places =
    [
        MemberPlace.Argument, MemberPlace.Query, MemberPlace.Header, MemberPlace.Body, MemberPlace.Member,
        MemberPlace.Content, MemberPlace.Part,
        MemberPlace.Field,
    ];

    private static readonly string[] Keywords = [.. Places.Select(place => place.ToString().ToLowerInvariant())];

    private static readonly string[] KindNames = [.. Kinds.Select(kind => kind.ToString())];

    public static string KeywordOf(MemberPlace place) => Keywords[Array.IndexOf(Places, place)];

    public static MemberPlace? PlaceOf(string keyword)
    {
        int found = Array.IndexOf(Keywords, keyword);
        return found < 0 ? null : Places[found];
    }

    /// <summary>
    /// Returns a response's kind and types. The text is the name of a class or primitive for one value,
    /// <c>Kind(types)</c> for other kinds, and empty for a response without content.
    /// </summary>
    public static string TextOf(SurfaceAnswer answer)
    {
        if (answer.Kind == AnswerKind.Empty)
            return "";
        string type = answer.IsWrapped ? Wrapped + "(" + answer.Type + ")" : answer.Type ?? "";
        if (answer.Kind == AnswerKind.Value && !answer.IsWrapped && !type.EndsWith(")", StringComparison.Ordinal)
            && !IsKind(type))
            return type;
        if (answer.Kind == AnswerKind.Value && answer.IsWrapped)
            return type;
        string types = answer.Uploaded is { } uploaded ? type + "," + uploaded : type;
        return types.Length == 0 ? answer.Kind.ToString() : answer.Kind + "(" + types + ")";
    }

    /// <summary>
    /// Parses the text that <see cref="TextOf"/> returns, which has no statuses, headers and paging. Null if the text
    /// is invalid.
    /// </summary>
    public static SurfaceAnswer? AnswerOf(string text)
    {
        if (text.Length == 0)
            return new SurfaceAnswer(AnswerKind.Empty, default, null, IsWrapped: false, null, null, null, default);
        int open = text.IndexOf('(');
        string word = open < 0 ? text : text.Substring(0, open);
        if (open >= 0 && text[text.Length - 1] != ')')
            return null;
        int kind = Array.IndexOf(KindNames, word);
        if (kind < 0)
            return word == Wrapped || open < 0 ? Typed(AnswerKind.Value, text) : null;
        if (open < 0)
            return Kinds[kind] is AnswerKind.Content or AnswerKind.Job ? Typed(Kinds[kind], "") : null;
        return Typed(Kinds[kind], text.Substring(open + 1, text.Length - open - 2));
    }

    private static SurfaceAnswer Typed(AnswerKind kind, string types)
    {
        string? uploaded = null;
        if (kind == AnswerKind.Upload && types.IndexOf(',') is > 0 and var comma)
            (types, uploaded) = (types.Substring(0, comma), types.Substring(comma + 1));
        bool isWrapped = types.StartsWith(Wrapped + "(", StringComparison.Ordinal) && types[types.Length - 1] == ')';
        string type = isWrapped ? types.Substring(Wrapped.Length + 1, types.Length - Wrapped.Length - 2) : types;
        return new SurfaceAnswer(kind, default, type.Length == 0 ? null : type, isWrapped, uploaded, null, null,
            default);
    }

    private static bool IsKind(string type) => type == Wrapped || Array.IndexOf(KindNames, type) >= 0;

    /// <summary>Whether a text is a type: an identifier, alone or inside any number of <c>Collection(…)</c>.</summary>
    public static bool IsType(string text)
    {
        const string Collection = "Collection(";
        while (text.StartsWith(Collection, StringComparison.Ordinal) && text[text.Length - 1] == ')')
            text = text.Substring(Collection.Length, text.Length - Collection.Length - 1);
        return SurfaceLine.IsIdentifier(text);
    }

    /// <summary>
    /// Returns a name as one word. A name with white space, quotes or a colon before white space becomes a JSON string
    /// (RFC 8259, section 7), because these characters would end the word.
    /// </summary>
    public static string Word(string name)
    {
        if (name.Length > 0 && name[0] != '"' && !NeedsQuotes(name))
            return name;
        var quoted = new StringBuilder("\"");
        foreach (char c in name)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (IsPrintable(c))
                quoted.Append(c);
            else
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Reads a word from a position, and moves the position to the end of the word.</summary>
    /// <returns>The name, or null if a quoted one has no end or an invalid escape.</returns>
    public static string? ReadWord(string line, ref int place)
    {
        int start = place;
        if (place >= line.Length || line[place] != '"')
        {
            while (place < line.Length && line[place] != ' ' && !EndsName(line, place))
                place++;
            return line.Substring(start, place - start);
        }

        var name = new StringBuilder();
        for (place++; place < line.Length; place++)
        {
            char c = line[place];
            if (c == '"')
            {
                place++;
                return name.ToString();
            }

            if (c == '\\' && !TryEscape(line, ref place, out c))
                return null;
            name.Append(c);
        }

        return null;
    }

    /// <summary>Whether a colon at a position ends a name. A colon ends a name only before white space.</summary>
    private static bool EndsName(string line, int place) =>
        line[place] == ':' && (place + 1 == line.Length || line[place + 1] == ' ');

    private static bool NeedsQuotes(string name)
    {
        foreach (char c in name)
        {
            if (c is ' ' or '"' or '\\' || !IsPrintable(c))
                return true;
        }

        return name[name.Length - 1] == ':' || name == "=" || name == "->";
    }

    /// <summary>
    /// Whether a character is printable. Not printable are control, format, private-use and unassigned characters,
    /// surrogates, and white space other than the space.
    /// </summary>
    private static bool IsPrintable(char c) =>
        c == ' ' || (!char.IsControl(c) && !char.IsWhiteSpace(c) && !char.IsSurrogate(c)
        && char.GetUnicodeCategory(
            c) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));

    [Standard("RFC 8259, section 7")]
    private static bool TryEscape(string line, ref int place, out char c)
    {
        c = ++place < line.Length ? line[place] : '\0';
        if (c is '"' or '\\')
            return true;
        if (c != 'u' || place + 4 >= line.Length
            || !int.TryParse(line.Substring(place + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                out int code))
        {
            return false;
        }

        c = (char)code;
        place += 4;
        return true;
    }
}
