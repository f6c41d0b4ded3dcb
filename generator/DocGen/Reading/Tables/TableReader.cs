using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Generator.Reading;

/// <summary>Reads tables: heading and columns decide together what a table is.</summary>
internal static class TableReader
{
    private static readonly string[] NameColumns =
        ["property", "property name", "name", "parameter", "parameter name", "relationship", "relationship name", "header", "header name",
         "part name", "member", "attribute", "query parameter", "query option", "option", "field", "key"];

    private static readonly string[] TypeColumns = ["type", "data type", "value type", "return type"];

    /// <summary>What separates scopes, in whatever script.</summary>
    private static readonly char[] ScopeSeparators = [',', ';', ' ', '、', '，', '；'];

    /// <summary>A name and a word for a collection are no longer; a description mostly is.</summary>
    private const int MaxTypeWords = 60;

    private static readonly string[] DescriptionColumns = ["description", "details", "notes", "remarks", "comments", "meaning", "usage"];

    /// <param name="table">The table.</param>
    /// <param name="section">Where it stands.</param>
    /// <param name="isTranslated">The page is in another language: its columns are known by what is in them.</param>
    public static TableKind Classify(TableBlock table, Section section, bool isTranslated)
    {
        if (table.Header.Count == 0)
            return TableKind.Unknown;
        string first = table.Header[0].Plain.ToLowerInvariant();
        SectionKind kind = section.NearestKind;
        return first switch
        {
            "permission type" => TableKind.Permissions,
            "part name" or "part" => TableKind.Parts,
            "relationship" or "relationship name" or "navigation property" => TableKind.Relationships,
            "method" or "function" or "task" or "methods" => TableKind.Methods,
            "error code" or "code" or "status code" => TableKind.Errors,
            "header" or "header name" or "request header" or "response header" =>
                kind is SectionKind.ResponseHeaders or SectionKind.Response || first == "response header" ? TableKind.ResponseHeaders : TableKind.Headers,
            "member" or "members" => TableKind.EnumValues,
            "property" or "property name" or "attribute" => kind switch
            {
                SectionKind.Relationships => TableKind.Relationships,
                SectionKind.RequestBody => TableKind.Parameters,
                SectionKind.PathParameters or SectionKind.QueryParameters or SectionKind.FunctionParameters => OfParameters(kind),
                SectionKind.Response when HasTypes(table) => TableKind.ResponseMembers,
                _ => TableKind.Properties,
            },
            "parameter" or "parameter name" or "query parameter" or "query option" => OfParameters(kind),
            "name" when kind == SectionKind.Response && HasTypes(table) => TableKind.ResponseMembers,
            "name" when kind != SectionKind.Other || !isTranslated => OfNames(kind),
            "value" when kind == SectionKind.EnumValues => TableKind.EnumValues,
            _ when isTranslated => OfTranslated(table, section),
            _ => kind switch
            {
                SectionKind.Permissions when table.Header.Count == 2 => TableKind.Permissions,
                SectionKind.EnumValues => TableKind.EnumValues,
                SectionKind.Properties when table.Header.Count >= 3 && HasTypes(table) => TableKind.Properties,
                SectionKind.Other => ByShape(table),
                _ => TableKind.Unknown,
            },
        };
    }

    /// <summary>What the cells show beyond doubt, else what the section is about.</summary>
    private static TableKind OfTranslated(TableBlock table, Section section)
    {
        TableKind shape = ByShape(table);
        SectionKind kind = section.NearestKind;
        return kind switch
        {
            _ when shape is TableKind.EnumValues or TableKind.Permissions => shape,
            SectionKind.QueryParameters => table.Rows.All(r => r.Count > 0 && IsOption(r[0].Plain)) ? TableKind.QueryParameters : TableKind.Unknown,
            SectionKind.Permissions when table.Header.Count == 2 => TableKind.Permissions,
            SectionKind.Methods => TableKind.Methods,
            SectionKind.Errors => TableKind.Errors,
            SectionKind.Response => TypeColumnByShape(table) > 0 ? TableKind.ResponseMembers : TableKind.Unknown,
            SectionKind.Properties when table.Header.Count == 2 => section.Kind == SectionKind.Other && Names(table) ? TableKind.EnumValues : TableKind.Unknown,
            SectionKind.Other or SectionKind.Request or SectionKind.HttpRequest or SectionKind.Example or SectionKind.JsonRepresentation => shape,
            _ => OfNames(kind),
        };
    }

    /// <summary>
    /// What the cells say where neither heading nor columns do, as in a page of another language: scopes make a table of
    /// permissions, header names one of headers, <c>$</c> options one of those, and types one of members.
    /// </summary>
    public static TableKind ByShape(TableBlock table)
    {
        if (table.Rows.Count == 0)
            return TableKind.Unknown;
        bool Most(int column, Func<string, bool> holds) =>
            table.Rows.Count(r => column < r.Count && holds(r[column].Plain)) * 2 > table.Rows.Count;
        if (table.Header.Count == 2 && table.Rows.Any(r => r.Count > 1 && r[1].Plain.Split(ScopeSeparators).Any(w => IsScope(w) && char.IsUpper(w[0]))))
            return TableKind.Permissions;
        if (Most(0, name => PageFacts.IsTransportHeader(name) || (name.IndexOf('-') > 0 && name.All(c => char.IsLetterOrDigit(c) || c == '-')))
            || table.Rows.Any(r => r.Count > 0 && PageFacts.IsTransportHeader(r[0].Plain)))
        {
            return TableKind.Headers;
        }

        if (Most(0, name => name.StartsWith("$", StringComparison.Ordinal)))
            return TableKind.QueryParameters;
        if (table.Rows.Count(r => r.Count > 0 && r[0].Links.Count > 0) * 2 > table.Rows.Count)
            return TableKind.Methods;
        bool isNumbered = table.Header.Count == 1 || Most(1, value => value.Length > 0 && value.All(char.IsDigit));
        if (isNumbered)
            return table.Rows.All(r => r.Count > 0 && JsonShapes.IsEnumValue(r[0].Plain)) ? TableKind.EnumValues : TableKind.Unknown;
        return table.Header.Count >= 3 && Names(table) && TypeColumnByShape(table) > 0 ? TableKind.Members : TableKind.Unknown;
    }

    private static bool IsOption(string name) => name.Length > 0 && name.TrimStart('$').All(c => char.IsLetterOrDigit(c) || c is '_' or '-');

    /// <summary>The first column holds names.</summary>
    private static bool Names(TableBlock table) =>
        table.Rows.Count(r => r.Count > 0 && r[0].Plain.Length > 0 && TypeText.IsTypeName(r[0].Plain.TrimStart('@'))) * 2 > table.Rows.Count;

    /// <summary>The column most of whose cells are types beyond doubt, or -1.</summary>
    private static int TypeColumnByShape(TableBlock table)
    {
        int best = -1, most = table.Rows.Count / 2;
        for (int column = 1; column < table.Header.Count; column++)
        {
            int types = table.Rows.Count(r => column < r.Count && IsUnmistakableType(r[column]));
            if (types > most)
                (best, most) = (column, types);
        }

        return best;
    }

    /// <summary>The column of types in a table of members: most are beyond doubt, or it is that behind the names, and has fewer words than the next.</summary>
    private static int TypeColumnOfMembers(TableBlock table)
    {
        int Length(int column) => table.Rows.Sum(r => column < r.Count ? r[column].Plain.Length : 0);
        int best = TypeColumnByShape(table);
        bool isShort = table.Header.Count > 2 && table.Rows.Count(r => r.Count > 1 && r[1].Plain.Length is > 0 and <= MaxTypeWords) * 10 >= table.Rows.Count * 9;
        return best > 0 ? best : isShort && Length(2) > Length(1) ? 1 : -1;
    }

    /// <summary>A primitive type, a collection, a qualified name or a link to a page: no mere word.</summary>
    private static bool IsUnmistakableType(RichText cell) =>
        TypeText.Parse(cell.Plain, out bool clear) is { } type && clear
            ? !type.IsNamed || type.Rank > 0 || TypeText.IsQualified(type.Name!) || Prose.ResourceLink(cell) is not null
            : cell.Plain.Length <= MaxTypeWords && TypeText.IsTranslatedType(cell);

    /// <summary>The second column holds types, whatever language its heading is in.</summary>
    private static bool HasTypes(TableBlock table)
    {
        int types = table.Rows.Count(r => r.Count > 1 && TypeText.Parse(r[1].Plain, out bool clear) is not null && clear);
        return types * 2 > table.Rows.Count;
    }

    private static TableKind OfParameters(SectionKind kind) => kind switch
    {
        SectionKind.PathParameters => TableKind.PathParameters,
        SectionKind.QueryParameters => TableKind.QueryParameters,
        SectionKind.FunctionParameters => TableKind.FunctionParameters,
        SectionKind.RequestHeaders => TableKind.Headers,
        _ => TableKind.Parameters,
    };

    private static TableKind OfNames(SectionKind kind) => kind switch
    {
        SectionKind.RequestHeaders => TableKind.Headers,
        SectionKind.ResponseHeaders => TableKind.ResponseHeaders,
        SectionKind.Properties => TableKind.Properties,
        SectionKind.Relationships => TableKind.Relationships,
        SectionKind.EnumValues => TableKind.EnumValues,
        SectionKind.RequestBody or SectionKind.Parameters => TableKind.Parameters,
        SectionKind.PathParameters => TableKind.PathParameters,
        SectionKind.QueryParameters => TableKind.QueryParameters,
        SectionKind.FunctionParameters => TableKind.FunctionParameters,
        SectionKind.Errors => TableKind.Errors,
        _ => TableKind.Unknown,
    };

    /// <summary>The rows of a table of properties, parameters or headers. What can't be read is reported.</summary>
    public static IReadOnlyList<MemberRow> ReadMembers(TableBlock table, string what, FindingSink sink, bool isTranslated)
    {
        int nameColumn = Math.Max(0, Column(table, NameColumns));
        int typeColumn = Column(table, TypeColumns);
        if (typeColumn < 0)
            typeColumn = Column(table, ["value", "values"]);
        if (typeColumn < 0 && isTranslated)
            typeColumn = TypeColumnOfMembers(table);
        if (typeColumn < 0 && table.Header.Count > 2 && HasTypes(table))
            typeColumn = 1;
        int descriptionColumn = Column(table, DescriptionColumns);
        if (descriptionColumn < 0 && isTranslated)
            descriptionColumn = LongestColumn(table, nameColumn, typeColumn);
        if (descriptionColumn < 0 && table.Header.Count > 2)
            descriptionColumn = table.Header.Count - 1;
        int requiredColumn = Column(table, ["required", "required?", "is required", "optional or required"]);
        if (typeColumn < 0 && what is not "headers" and not "values")
            sink.Report(Rules.MissingColumn, table.Header[0].Start, table.Header[table.Header.Count - 1].End, what, "type");
        var rows = new List<MemberRow>();
        foreach (IReadOnlyList<RichText> cells in table.Rows)
        {
            RichText Cell(int column) => column >= 0 && column < cells.Count ? cells[column] : RichText.Empty;
            if (ReadMember(Cell(nameColumn), typeColumn < 0 ? null : Cell(typeColumn), Cell(descriptionColumn), Cell(requiredColumn), sink, isTranslated) is { } row)
                rows.Add(row);
        }

        if (rows.Count == 0)
            sink.Report(Rules.EmptyTable, table.Start, table.End, what);
        return rows;
    }

    /// <summary>Of the columns that hold neither names nor types, the one with the most words; -1 where there is none.</summary>
    private static int LongestColumn(TableBlock table, int nameColumn, int typeColumn)
    {
        int longest = -1, most = 0;
        for (int column = 0; column < table.Header.Count; column++)
        {
            int length = column == nameColumn || column == typeColumn ? 0 : table.Rows.Sum(r => column < r.Count ? r[column].Plain.Length : 0);
            if (length > most)
                (longest, most) = (column, length);
        }

        return longest;
    }

    /// <summary>The values of an enum's table.</summary>
    public static IReadOnlyList<EnumMemberDefinition> ReadEnumMembers(TableBlock table, FindingSink sink)
    {
        int description = Column(table, DescriptionColumns);
        if (description < 0 && table.Header.Count > 1)
            description = table.Header.Count - 1;
        var members = new List<EnumMemberDefinition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (IReadOnlyList<RichText> cells in table.Rows)
        {
            string value = cells.Count > 0 ? cells[0].Plain.Trim('"', '\'') : "";
            RichText? words = description > 0 && description < cells.Count ? cells[description] : null;
            if (JsonShapes.IsEnumValue(value) && seen.Add(value))
                members.Add(new EnumMemberDefinition(StringPool.Get(value), words is null ? null : Words(words, sink)));
        }

        return members;
    }

    /// <summary>The rows of a table of methods that link to a page, with the types that they say are returned.</summary>
    public static IEnumerable<MethodDefinition> ReadMethods(TableBlock table, string page, bool isTranslated)
    {
        foreach (IReadOnlyList<RichText> row in table.Rows)
        {
            if (row.Count < 2 || row[0].Links.Count == 0 || Prose.LinkedPage(row[0].Links[0].Target) is not { } target || PagePath.Resolve(page, target) is not { } method)
                continue;
            DocType? type = TypeText.Parse(row[1].Plain, out bool isClear);
            if (isTranslated && TypeText.ParseTranslated(row[1]) is { IsWord: false } read)
                (type, isClear) = (read, true);
            string? linked = row[1].Links.Count == 1 ? Prose.LinkedPage(row[1].Links[0].Target) : null;
            isClear |= IsNothing(row[1].Plain);
            yield return new MethodDefinition(method, isClear && type is { IsNamed: true } ? type with { Page = linked is null ? null : PagePath.Resolve(page, linked) } : null, isClear);
        }
    }

    /// <summary><c>-</c>, <c>No content</c>: nothing is returned.</summary>
    private static bool IsNothing(string cell) => !cell.Any(char.IsLetter) || cell.TrimStart().StartsWith("No ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The rows of a permissions table, without those that name no permission.</summary>
    public static IReadOnlyList<Permission> ReadPermissions(TableBlock table, FindingSink sink)
    {
        var permissions = new List<Permission>();
        foreach (IReadOnlyList<RichText> cells in table.Rows)
        {
            if (cells.Count < 2 || IsFiller(cells[1], sink))
                continue;
            string[] scopes = cells[1].Plain.Split(ScopeSeparators, StringSplitOptions.RemoveEmptyEntries)
                .Select(s => StringPool.Get(s.Trim('.', '`', '*'))).Where(IsScope).Distinct(StringComparer.Ordinal).ToArray();
            if (scopes.Length > 0)
                permissions.Add(new Permission(StringPool.Get(cells[0].Plain), scopes.ToEquatableArray()));
        }

        return permissions;
    }

    /// <summary>A cell's words, or null where they are template filler, which is reported.</summary>
    public static DocText? Words(RichText cell, FindingSink sink) => IsFiller(cell, sink) ? null : cell.Shown;

    public static bool IsFiller(RichText text, FindingSink sink)
    {
        if (!Filler.IsText(text.Plain))
            return false;
        sink.Report(Rules.Filler, text.Start, text.End, text.Plain);
        return true;
    }

    /// <summary><c>Files.Read.All</c>: a dotted name; "n/a", "Not supported" and the last word of a sentence are none.</summary>
    private static bool IsScope(string text) =>
        text.IndexOf('.') is > 0 and var dot && dot < text.Length - 1 && text.All(c => c < 128 && (char.IsLetterOrDigit(c) || c is '.' or '-' or '_'));

    private static int Column(TableBlock table, string[] names)
    {
        foreach (string name in names)
        {
            for (int i = 0; i < table.Header.Count; i++)
            {
                if (table.Header[i].Plain.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// The columns have English headings. Names go by "Name" and "Parameter" in other languages too, and types by "Type", but not with what
    /// they call a description beside them.
    /// </summary>
    public static bool HasEnglishColumns(TableBlock table) =>
        Column(table, NameColumns) >= 0 && Column(table, TypeColumns) >= 0 && (table.Header.Count == 2 || Column(table, DescriptionColumns) >= 0);

    private static MemberRow? ReadMember(
        RichText nameCell, RichText? typeCell, RichText description, RichText required, FindingSink sink, bool isTranslated)
    {
        string name = MemberName(nameCell.Plain, out bool saysOptional, out bool saysRequired);
        if (name.Length == 0 || (typeCell is { Plain.Length: 0 } && description.Plain.Length == 0))
            return null;
        DocType? type = typeCell is not { Plain.Length: > 0 } ? null
            : isTranslated ? Linked(TypeText.ParseTranslated(typeCell), typeCell, sink)
            : ReadType(typeCell, name, sink);
        // An enum goes by the name of its property: translators leave both or neither.
        if (type is { IsWord: true, Name: { } word } && word.Equals(name, StringComparison.OrdinalIgnoreCase))
            type = type with { IsWord = false };
        saysRequired |= Says(required.Plain, "yes") || Says(required.Plain, "required") || Says(required.Plain, "true")
            || Says(description.Plain, "required.") || description.Plain.EndsWith(" Required.", StringComparison.Ordinal);
        var member = new MemberDefinition(
            StringPool.Get(name), type ?? DocType.String, Filler.IsHeader(name) ? null : Words(description, sink), saysRequired && !saysOptional,
            Prose.Values(description.Doc, isNamed: type is { IsNamed: true, IsWord: false }, isTranslated), Prose.Deprecation(description.Plain), Prose.Ancestor(description));
        return new MemberRow(member, nameCell, typeCell, type is not null, description.Links.Count > 0 ? description : null);
    }

    private static DocType? ReadType(RichText cell, string name, FindingSink sink)
    {
        DocType? type = TypeText.Parse(cell.Plain, out bool clear);
        if (type is not null && clear)
            return Linked(type, cell, sink);
        sink.Report(Rules.UnclearType, cell.Start, cell.End, cell.Plain, name,
            type is null ? "what the JSON shows, or a string," : $"'{type.Name ?? type.Kind.ToString()}'");
        return type;
    }

    /// <summary>The type with the page that its cell links to.</summary>
    private static DocType? Linked(DocType? type, RichText cell, FindingSink sink)
    {
        if (type is not { IsNamed: true })
            return type;
        sink.Anchor(AnchorKeys.Type(type.Name!), cell.Start, cell.End);
        return cell.Links.Count == 1 && Prose.LinkedPage(cell.Links[0].Target) is { } target
            ? type with { Page = PagePath.Resolve(sink.Page, target) }
            : type;
    }

    private static bool Says(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name without what rows add to it: "(optional)", quotes, a trailing colon or asterisk.</summary>
    private static string MemberName(string text, out bool optional, out bool required)
    {
        optional = text.IndexOf("(optional)", StringComparison.OrdinalIgnoreCase) >= 0;
        required = text.IndexOf("(required)", StringComparison.OrdinalIgnoreCase) >= 0;
        int open = text.IndexOf(" (", StringComparison.Ordinal);
        if (open > 0 && text.EndsWith(")", StringComparison.Ordinal))
            text = text.Substring(0, open);
        return text.Trim(' ', '*', '`', '"', ':');
    }
}
