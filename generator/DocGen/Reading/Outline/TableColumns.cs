namespace DocGen.Generator.Reading;

/// <summary>The indexes of a table's columns by meaning; -1 for a missing column.</summary>
internal readonly record struct TableColumns(int Name, int Type, int Description, int Required)
{
    private static readonly string[] Names =
        ["property", "property name", "name", "parameter", "parameter name", "relationship", "relationship name",
            "header", "header name",
            "part name", "member", "attribute", "query parameter", "query option", "option", "field", "key"];

    private static readonly string[] Types = ["type", "data type", "value type", "return type"];

    private static readonly string[] TypesOrValues = [.. Types, "value", "values"];

    private static readonly string[] Descriptions = ["description", "details", "notes", "remarks", "comments",
        "meaning", "usage"];

    private static readonly string[] RequiredWords = ["required", "required?", "is required", "optional or required"];

    /// <summary>Finds the columns by their headings, else by their position or content.</summary>
    public static TableColumns Of(Table table, bool isTranslated)
    {
        int name = Math.Max(0, Find(table, Names));
        int type = Find(table, TypesOrValues);
        if (type < 0 && isTranslated)
            type = TableClassifier.TypeColumnOfMembers(table);
        if (type < 0 && table.Header.Count > 2 && TableClassifier.HasTypes(table))
            type = 1;
        int description = Find(table, Descriptions);
        if (description < 0 && isTranslated)
            description = Longest(table, name, type);
        if (description < 0 && table.Header.Count > 2)
            description = table.Header.Count - 1;
        return new TableColumns(name, type, description, Find(table, RequiredWords));
    }

    /// <summary>Returns the column that describes an enumeration's values, or -1.</summary>
    public static int DescriptionOfValues(Table table) =>
        Find(table, Descriptions) is var found and >= 0 ? found : table.Header.Count > 1 ? table.Header.Count - 1 : -1;

    /// <summary>
    /// Whether the column headings are English. Other languages also have the words "Name", "Parameter" and "Type", but
    /// no English word for the description.
    /// </summary>
    public static bool AreEnglish(Table table) =>
        Find(table, Names) >= 0 && Find(table, Types) >= 0
            && (table.Header.Count == 2 || Find(table, Descriptions) >= 0);

    private static int Find(Table table, string[] headings)
    {
        foreach (string heading in headings)
        {
            for (int i = 0; i < table.Header.Count; i++)
            {
                if (table.Header[i].Plain.Equals(heading, StringComparison.OrdinalIgnoreCase))
                    return i;
            }
        }

        return -1;
    }

    /// <summary>Returns the column with the most text that contains neither names nor types, or -1.</summary>
    private static int Longest(Table table, int nameColumn, int typeColumn)
    {
        int longest = -1, most = 0;
        for (int column = 0; column < table.Header.Count; column++)
        {
            int length = column == nameColumn || column == typeColumn
                ? 0 : table.Rows.Sum(r => column < r.Count ? r[column].Plain.Length : 0);
            if (length > most)
                (longest, most) = (column, length);
        }

        return longest;
    }
}
