using DocGen.Generator.Http;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Decides the kind of a table from its heading and its columns.</summary>
internal static class TableClassifier
{
    /// <param name="table">The table.</param>
    /// <param name="isTranslated">
    /// Whether the page is in another language. Its columns are then recognized by their content.
    /// </param>
    public static TableKind Classify(Table table, bool isTranslated)
    {
        if (table.Header.Count == 0)
            return TableKind.Unknown;
        string first = table.Header[0].Plain.ToLowerInvariant();
        SectionKind kind = table.Section.NearestKind;
        return first switch
        {
            "permission type" => TableKind.Permissions,
            "part name" or "part" => TableKind.Parts,
            "relationship" or "relationship name" or "navigation property" => TableKind.Relationships,
            "method" or "function" or "task" or "methods" => TableKind.Methods,
            "error code" or "code" or "status code" => TableKind.Errors,
            "header" or "header name" or "request header" or "response header" =>
                kind is SectionKind.ResponseHeaders or SectionKind.Response || first == "response header"
                    ? TableKind.ResponseHeaders : TableKind.Headers,
            "member" or "members" => TableKind.EnumValues,
            "property" or "property name" or "attribute" => kind switch
            {
                SectionKind.Relationships => TableKind.Relationships,
                SectionKind.RequestBody => TableKind.Parameters,
                SectionKind.PathParameters or SectionKind.QueryParameters or SectionKind.FunctionParameters =>
                    OfParameters(kind),
                SectionKind.Response when HasTypes(table) => TableKind.ResponseMembers,
                _ => TableKind.Properties,
            },
            "parameter" or "parameter name" or "query parameter" or "query option" => OfParameters(kind),
            "name" when kind == SectionKind.Response && HasTypes(table) => TableKind.ResponseMembers,
            "name" when kind != SectionKind.Other || !isTranslated => OfNames(kind),
            "value" when kind == SectionKind.EnumValues => TableKind.EnumValues,
            _ when isTranslated => OfTranslated(table),
            _ => kind switch
            {
                SectionKind.Permissions when table.Header.Count == 2 => TableKind.Permissions,
                SectionKind.EnumValues => TableKind.EnumValues,
                SectionKind.Properties when table.Header.Count > 2 && HasTypes(table) => TableKind.Properties,
                SectionKind.Other => KindOfCells(table),
                _ => TableKind.Unknown,
            },
        };
    }

    /// <summary>Returns the kind that the cells prove, else the kind of the section.</summary>
    private static TableKind OfTranslated(Table table)
    {
        TableKind shown = KindOfCells(table);
        Section section = table.Section;
        SectionKind kind = section.NearestKind;
        return kind switch
        {
            _ when shown is TableKind.EnumValues or TableKind.Permissions => shown,
            SectionKind.QueryParameters => table.Rows.All(r => r.Count > 0 && IsOption(r[0].Plain))
                ? TableKind.QueryParameters : TableKind.Unknown,
            SectionKind.Permissions when table.Header.Count == 2 => TableKind.Permissions,
            SectionKind.Methods => TableKind.Methods,
            SectionKind.Errors => TableKind.Errors,
            SectionKind.Response => TypeColumn(table) > 0 ? TableKind.ResponseMembers : TableKind.Unknown,
            SectionKind.Properties when table.Header.Count == 2 =>
                section.Kind == SectionKind.Other && HasNames(table) ? TableKind.EnumValues : TableKind.Unknown,
            SectionKind.Other or SectionKind.Request
                or SectionKind.HttpRequest or SectionKind.Example or SectionKind.JsonRepresentation => shown,
            _ => OfNames(kind),
        };
    }

    /// <summary>
    /// Decides the kind by the cells, for tables without a known heading or column, as on translated pages. Scopes mean
    /// permissions, names of headers mean headers, <c>$</c> options mean query parameters, and types mean members.
    /// </summary>
    public static TableKind KindOfCells(Table table)
    {
        if (table.Rows.Count == 0)
            return TableKind.Unknown;
        bool Most(int column, Func<string, bool> holds) =>
            IsMost(table, r => column < r.Count && holds(r[column].Plain));
        if (table.Header.Count == 2 && table.Rows.Any(r => r.Count > 1
            && PermissionScopes.Split(r[1].Plain).Any(w => PermissionScopes.IsScope(w) && char.IsUpper(w[0]))))
            return TableKind.Permissions;
        if (Most(0, name => HttpHeaderNames.IsTransport(name)
            || (name.IndexOf('-') > 0 && name.All(c => char.IsLetterOrDigit(c) || c == '-')))
            || table.Rows.Any(r => r.Count > 0 && HttpHeaderNames.IsTransport(r[0].Plain)))
        {
            return TableKind.Headers;
        }

        if (Most(0, name => name.StartsWith("$", StringComparison.Ordinal)))
            return TableKind.QueryParameters;
        if (IsMost(table, r => r.Count > 0 && r[0].Links.Count > 0))
            return TableKind.Methods;
        bool isNumbered = table.Header.Count == 1 || Most(1, value => value.Length > 0 && value.All(char.IsDigit));
        if (isNumbered)
            return table.Rows.All(r => r.Count > 0 && JsonShapes.IsEnumValue(r[0].Plain))
                ? TableKind.EnumValues : TableKind.Unknown;
        return table.Header.Count > 2 && HasNames(table) && TypeColumn(table) > 0
            ? TableKind.Members : TableKind.Unknown;
    }

    private static bool IsOption(string name) =>
        name.Length > 0 && name.TrimStart('$').All(c => char.IsLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Whether most cells of the first column are names.</summary>
    private static bool HasNames(Table table) =>
        IsMost(table, r => r.Count > 0 && r[0].Plain.Length > 0 && TypeText.IsTypeName(r[0].Plain.TrimStart('@')));

    /// <summary>
    /// Returns the column with the most certain types, if these are more than half of its cells; else -1.
    /// </summary>
    private static int TypeColumn(Table table)
    {
        int best = -1, most = 0;
        for (int column = 1; column < table.Header.Count; column++)
        {
            int types = table.Rows.Count(r => column < r.Count && IsUnmistakableType(r[column]));
            if (types > most && Thresholds.MostCells.IsExceeded(types, table.Rows.Count))
                (best, most) = (column, types);
        }

        return best;
    }

    /// <summary>
    /// Returns the column of types in a table of members, or -1. This is the column in which most cells are certainly
    /// types. Otherwise it is the column after the names, if that one has fewer characters than the next column.
    /// </summary>
    public static int TypeColumnOfMembers(Table table)
    {
        int Length(int column) => table.Rows.Sum(r => column < r.Count ? r[column].Plain.Length : 0);
        int best = TypeColumn(table);
        bool isShort = table.Header.Count > 2 && Thresholds.ShortCells.IsReached(
            table.Rows.Count(r => r.Count > 1 && r[1].Plain.Length is > 0 and <= Thresholds.TypeCell),
            table.Rows.Count);
        return best > 0 ? best : isShort && Length(2) > Length(1) ? 1 : -1;
    }

    /// <summary>
    /// Whether a cell is certainly a type: a primitive type, a collection, a qualified name or a link to a resource's
    /// page.
    /// </summary>
    private static bool IsUnmistakableType(RichText cell) =>
        TypeText.Parse(cell.Plain, out bool clear) is { } type && clear
            ? !type.IsNamed || type.Rank > 0 || TypeText.IsQualified(type.Name!)
            || PageLanguage.English.ResourceLink(cell) is not null
            : cell.Plain.Length <= Thresholds.TypeCell && TranslatedType.IsUnmistakable(cell);

    /// <summary>
    /// Whether most cells of the second column are types. The language of its heading does not matter.
    /// </summary>
    public static bool HasTypes(Table table)
    {
        return IsMost(table, r => r.Count > 1 && TypeText.Parse(r[1].Plain, out bool clear) is not null && clear);
    }

    private static bool IsMost(Table table, Func<IReadOnlyList<RichText>, bool> holds) =>
        Thresholds.MostCells.IsExceeded(table.Rows.Count(holds), table.Rows.Count);

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
}
