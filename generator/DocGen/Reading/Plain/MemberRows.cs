using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Reads tables with the names of parameters or members in the first column.</summary>
internal static class MemberRows
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "parameter", "attribute", "field", "name", "key", "property", "query parameter", "parameters", "attributes",
        "fields", "properties",
        "parameter name", "field name", "param", "argument", "header", "header name", "path parameter", "query",
        "variable", "option", "column", "member",
    };

    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase) { "type", "data type",
        "datatype", "format", "schema", "kind" };

    private static readonly HashSet<string> Descriptions = new(StringComparer.OrdinalIgnoreCase)
        { "description", "details", "notes", "meaning", "usage", "comment", "comments", "purpose", "explanation",
            "remarks", "info", "about" };

    private static readonly HashSet<string> Requireds = new(StringComparer.OrdinalIgnoreCase)
        { "required", "required?", "mandatory", "is required", "optional", "optional?", "req", "req.", "must",
            "necessity" };

    private static readonly HashSet<string> PlaceColumns = new(StringComparer.OrdinalIgnoreCase) { "in", "location",
        "where",
        "located in", "parameter type" };

    /// <summary>Words before a name that tell its location or have no meaning: "Body parameter".</summary>
    private static readonly HashSet<string> Qualifiers = new(StringComparer.Ordinal)
        { "request", "body", "json", "payload", "form", "post", "url", "uri", "path", "route", "query", "querystring",
            "string", "input", "api", "required", "optional" };

    private static readonly Dictionary<string, PlainRole> Places = new(StringComparer.Ordinal)
    {
        ["header"] = PlainRole.Headers,
        ["query"] = PlainRole.QueryParameters,
        ["querystring"] = PlainRole.QueryParameters,
        ["path"] = PlainRole.PathParameters,
        ["url"] = PlainRole.PathParameters,
        ["uri"] = PlainRole.PathParameters,
        ["route"] = PlainRole.PathParameters,
        ["body"] = PlainRole.Body,
        ["json"] = PlainRole.Body,
        ["payload"] = PlainRole.Body,
        ["form"] = PlainRole.Body,
        ["post"] = PlainRole.Body,
    };

    public static bool AreIn(Table table) => table.Header.Count > 1 && IsName(Header(table, 0));

    /// <summary>
    /// The known heading that the heading of a first column is nearly, perhaps behind qualifiers; null if none.
    /// </summary>
    public static string? NearlyName(string heading)
    {
        string header = heading.Trim('*', ' ', '`').ToLowerInvariant();
        int space = header.LastIndexOf(' ');
        bool isQualified = space > 0 && header.Substring(0, space).Split(' ').All(Qualifiers.Contains);
        return Suggestion.Slip(header, Names)
            ?? (isQualified ? Suggestion.Slip(header.Substring(space + 1), Names) : null);
    }

    /// <summary>Whether a heading in small letters says that its column has the names of members.</summary>
    public static bool IsName(string header)
    {
        string[] words = header.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return Names.Contains(header)
            || (words.Length is > 1 and <= Thresholds.ColumnWords && Names.Contains(words[words.Length - 1])
                && words.Take(words.Length - 1).All(Qualifiers.Contains));
    }

    /// <summary>Returns the location of the members, if the heading of the first column names one.</summary>
    public static PlainRole RoleOf(Table table)
    {
        string[] words = Header(table, 0).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return words.FirstOrDefault(Places.ContainsKey) is { } word ? Places[word] : PlainRole.None;
    }

    /// <summary>Reads the members, each with the location in its row.</summary>
    public static IEnumerable<(PlainMember Member, PlainRole Place)> Read(Table table, bool isRequired)
    {
        int type = Find(table, Types);
        int required = Find(table, Requireds);
        int place = Find(table, PlaceColumns);
        int description = Find(table, Descriptions);
        if (description < 0)
            description = Enumerable.Range(1, table.Header.Count - 1).LastOrDefault(i => i != type && i != required
                && i != place);
        foreach (IReadOnlyList<RichText> row in table.Rows)
        {
            RichText name = Cell(row, 0);
            string plain = name.Plain.Split(' ', '(', '\n')[0].TrimEnd('?', '*', ':');
            if (MemberList.NameOf(plain) is not { } known)
                continue;
            RichText words = Cell(row, description == 0 ? -1 : description);
            string said = Cell(row, required).Plain + " " + (name.Plain.Length > plain.Length
                ? name.Plain.Substring(plain.Length) : "");
            DocType? stated = type < 0 ? null : PlainTypes.Parse(Cell(row, type).Plain);
            bool isNeeded = IsRequired(said, required < 0 ? "" : Header(table, required), words.Plain, isRequired);
            var member = new MemberDefinition(
                StringPool.Get(known), stated ?? PlainTypes.Implied(known, words.Plain) ?? DocType.String, words.Shown,
                    isNeeded,
                MemberList.Values(words.Doc), Prose.Deprecation(words.Plain));
            yield return (new PlainMember(member, stated is not null, name.Start, name.End),
                PlaceOf(Cell(row, place).Plain));
        }
    }

    private static bool IsRequired(string said, string header, string words, bool isAnnounced)
    {
        bool isOptionalColumn = header.StartsWith("optional", StringComparison.Ordinal);
        string first = said.Trim().ToLowerInvariant();
        bool isYes = first.StartsWith("y", StringComparison.Ordinal)
            || first.StartsWith("true", StringComparison.Ordinal)
            || first is "\u2713" or "\u2714" or "x" or "\u2705" or "\u2714\uFE0F"
                || (first.IndexOf("required", StringComparison.Ordinal) >= 0
                && first.IndexOf("not ", StringComparison.Ordinal) < 0)
            || first.StartsWith("mandatory", StringComparison.Ordinal);
        if (header.Length > 0 && first.Length > 0)
            return isOptionalColumn ? !isYes && first.IndexOf("optional", StringComparison.Ordinal) < 0 : isYes;
        bool saysRequired = words.StartsWith("required", StringComparison.OrdinalIgnoreCase)
            && !words.StartsWith("required if", StringComparison.OrdinalIgnoreCase)
            && !words.StartsWith("required for", StringComparison.OrdinalIgnoreCase);
        bool isMarked = words.EndsWith("(required)", StringComparison.OrdinalIgnoreCase)
            || words.EndsWith(" Required.", StringComparison.Ordinal);
        return isYes || saysRequired || isMarked || (isAnnounced
            && first.IndexOf("optional", StringComparison.Ordinal) < 0);
    }

    private static PlainRole PlaceOf(string text) => text.Trim().ToLowerInvariant() switch
    {
        "path" or "url" or "uri" or "route" => PlainRole.PathParameters,
        "query" or "querystring" or "query string" or "params" => PlainRole.QueryParameters,
        "header" or "headers" => PlainRole.Headers,
        "body" or "json" or "form" or "formdata" or "form data" or "payload" or "data" => PlainRole.Body,
        _ => PlainRole.None,
    };

    private static int Find(Table table, HashSet<string> headings)
    {
        for (int i = 1; i < table.Header.Count; i++)
        {
            if (headings.Contains(Header(table, i)))
                return i;
        }

        return -1;
    }

    private static string Header(Table table, int column) => table.Header[column].Plain.Trim('*', ' ',
        '`').ToLowerInvariant();

    private static RichText Cell(IReadOnlyList<RichText> row, int column) => column >= 0 && column < row.Count
        ? row[column] : RichText.Empty;
}
