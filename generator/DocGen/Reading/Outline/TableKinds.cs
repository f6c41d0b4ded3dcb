namespace DocGen.Generator.Reading;

internal static class TableKinds
{
    /// <summary>Its rows are members, or something else that has a name, and mostly a type and a description.</summary>
    public static bool HasMembers(this TableKind kind) => kind is not (TableKind.Unknown or TableKind.EnumValues or TableKind.Permissions
        or TableKind.Methods or TableKind.Errors);

    /// <summary>What messages call the rows of a table.</summary>
    public static string Noun(this Table table) => table.Kind switch
    {
        TableKind.Headers or TableKind.ResponseHeaders => "headers",
        TableKind.Relationships => "relationships",
        TableKind.Properties or TableKind.ResponseMembers => "properties",
        TableKind.Members when table.Owner is not null => "properties",
        _ => "parameters",
    };
}
