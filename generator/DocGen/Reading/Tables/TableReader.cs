using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads the rows of tables. The rows of a table of members are read and reported only once, although several readers
/// use them.
/// </summary>
internal sealed class TableReader(PageLanguage language, FindingSink sink)
{
    private readonly Dictionary<Table, IReadOnlyList<MemberRow>> _members = [];

    /// <summary>Returns the rows of a table of properties, parameters or headers.</summary>
    public IReadOnlyList<MemberRow> Members(Table table)
    {
        if (!_members.TryGetValue(table, out IReadOnlyList<MemberRow>? rows))
            _members.Add(table, rows = ReadMembers(table));
        return rows;
    }

    private List<MemberRow> ReadMembers(Table table)
    {
        TableColumns columns = table.Columns;
        if (columns.Type < 0 && table.Kind is not (TableKind.Headers or TableKind.ResponseHeaders))
            sink.Report(Rules.MissingColumn, table.Header[0].Start, table.Header[table.Header.Count - 1].End,
                table.Noun, "type");
        List<MemberRow> rows = [.. table.Rows
            .Select(cells => ReadMember(cells, columns,
                isHeaders: table.Kind is TableKind.Headers or TableKind.ResponseHeaders)).OfType<MemberRow>()];
        if (rows.Count == 0)
            sink.Report(Rules.EmptyTable, table.Start, table.End, table.Noun);
        return rows;
    }

    /// <param name="isHeaders">
    /// Whether the table lists headers. Its column of types then contains values, and all values are text.
    /// </param>
    private MemberRow? ReadMember(IReadOnlyList<RichText> cells, TableColumns columns, bool isHeaders)
    {
        RichText nameCell = Cell(cells, columns.Name);
        RichText? typeCell = columns.Type < 0 ? null : Cell(cells, columns.Type);
        RichText description = Cell(cells, isHeaders && columns.Description < 0 ? columns.Type : columns.Description);
        string required = Cell(cells, columns.Required).Plain;
        string name = MemberName(nameCell.Plain, out bool saysOptional, out bool saysRequired);
        if (name.Length == 0 || (typeCell is { Plain.Length: 0 } && description.Plain.Length == 0))
            return null;
        DocType? type = typeCell is { Plain.Length: > 0 } && !isHeaders
            ? language.CellType(typeCell, name, sink)
            : null;
        // An enumeration may have the same name as its property, because translators translate both names or neither.
        if (type is { IsWord: true, Name: { } word } && word.Equals(name, StringComparison.OrdinalIgnoreCase))
            type = type with { IsWord = false };
        saysRequired |= Says(required, "yes") || Says(required, "required") || Says(required, "true")
            || Says(description.Plain, "required.")
            || description.Plain.EndsWith(" Required.", StringComparison.Ordinal);
        var member = new MemberDefinition(
            StringPool.Get(name),
            type ?? DocType.String,
            Filler.IsHeader(name) ? null : Filler.Words(description, sink),
            saysRequired && !saysOptional,
            language.Values(description.Doc, isNamed: type is { IsNamed: true, IsWord: false }),
            Prose.Deprecation(description.Plain),
            Prose.Ancestor(description));
        return new MemberRow(member, nameCell, type is not null, description.Links.Count > 0 ? description : null);
    }

    /// <summary>
    /// Returns the parts of a multipart body. Reports nothing, because the column of types contains media types.
    /// </summary>
    public static IReadOnlyList<PartRow> Parts(Table table)
    {
        var parts = new List<PartRow>();
        foreach (IReadOnlyList<RichText> cells in table.Rows)
        {
            string name = MemberName(Cell(cells, table.Columns.Name).Plain, out _, out _);
            string? mediaType = table.Columns.Type < 0 ? null : Cell(cells, table.Columns.Type).Plain;
            RichText description = Cell(cells, table.Columns.Description);
            if (name.Length > 0 && !(mediaType is { Length: 0 } && description.Plain.Length == 0))
                parts.Add(new PartRow(name, mediaType, Filler.IsHeader(name) || Filler.IsText(description.Plain)
                    ? null : description.Shown));
        }

        return parts;
    }

    /// <summary>Returns the values in an enumeration's table.</summary>
    public IReadOnlyList<EnumMemberDefinition> EnumMembers(Table table)
    {
        int description = TableColumns.DescriptionOfValues(table);
        var members = new List<EnumMemberDefinition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (IReadOnlyList<RichText> cells in table.Rows)
        {
            string value = cells.Count > 0 ? cells[0].Plain.Trim('"', '\'') : "";
            if (JsonShapes.IsEnumValue(value) && seen.Add(value))
                members.Add(new EnumMemberDefinition(StringPool.Get(value), description > 0 && description < cells.Count
                    ? Filler.Words(cells[description], sink) : null));
        }

        return members;
    }

    /// <summary>Returns the rows of a table of methods that link to a page, with their return types.</summary>
    public IEnumerable<MethodDefinition> Methods(Table table)
    {
        foreach (IReadOnlyList<RichText> row in table.Rows)
        {
            if (row.Count < 2 || row[0].Links.Count == 0 || LinkedPage(row[0].Links[0]) is not { } method)
                continue;
            DocType? type = language.ReturnType(row[1], out bool isClear);
            isClear |= IsNothing(row[1].Plain);
            string? linked = row[1].Links.Count == 1 ? LinkedPage(row[1].Links[0]) : null;
            yield return new MethodDefinition(method, isClear && type is { IsNamed: true }
                ? type with { Page = linked } : null, isClear);
        }
    }

    private string? LinkedPage(DocLink link) =>
        Prose.LinkedPage(link.Target) is { } target ? PagePath.Resolve(sink.Page, target) : null;

    /// <summary>Whether a cell means that nothing is returned: <c>-</c>, <c>No content</c>.</summary>
    private static bool IsNothing(string cell) =>
        !cell.Any(char.IsLetter) || cell.TrimStart().StartsWith("No ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the rows of a permissions table that name a permission.</summary>
    public IReadOnlyList<Permission> Permissions(Table table)
    {
        var permissions = new List<Permission>();
        foreach (IReadOnlyList<RichText> cells in table.Rows)
        {
            if (cells.Count < 2 || Filler.Reports(cells[1], sink))
                continue;
            string[] scopes = PermissionScopes.Split(cells[1].Plain)
                .Select(s => StringPool.Get(s.Trim('.', '`', '*'))).Where(PermissionScopes.IsScope)
                    .Distinct(StringComparer.Ordinal).ToArray();
            if (scopes.Length > 0)
                permissions.Add(new Permission(StringPool.Get(cells[0].Plain), scopes.ToEquatableArray()));
        }

        return permissions;
    }

    private static RichText Cell(IReadOnlyList<RichText> cells, int column) =>
        column >= 0 && column < cells.Count ? cells[column] : RichText.Empty;

    private static bool Says(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Returns the name without additions such as "(optional)", quotes, a trailing colon or an asterisk.
    /// </summary>
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
