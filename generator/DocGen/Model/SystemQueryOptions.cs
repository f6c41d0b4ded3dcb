namespace DocGen.Generator.Model;

/// <summary>
/// OData's system query options (OData URL Conventions 4.01, section 5.1). Their names are case-insensitive.
/// </summary>
internal static class SystemQueryOptions
{
    /// <summary>The options of a request for one resource.</summary>
    public static readonly IReadOnlyList<string> OfOne = ["$expand", "$select"];

    /// <summary>The options of a request for a collection.</summary>
    public static readonly IReadOnlyList<string> OfMany = ["$count", "$expand", "$filter", "$orderby", "$search",
        "$select", "$skip", "$top"];

    private static readonly Dictionary<string, Option> All = new[]
    {
        new Option("$apply", "Apply", TypeRef.String),
        new Option("$compute", "Compute", TypeRef.String),
        new Option("$count", "Count", new TypeRef(TypeKind.Boolean)),
        new Option("$deltatoken", "DeltaToken", TypeRef.String),
        new Option("$expand", "Expand", TypeRef.String.ToCollection()),
        new Option("$filter", "Filter", TypeRef.String),
        new Option("$format", "Format", TypeRef.String),
        new Option("$orderby", "OrderBy", TypeRef.String.ToCollection()),
        new Option("$search", "Search", TypeRef.String),
        new Option("$select", "Select", TypeRef.String.ToCollection()),
        new Option("$skip", "Skip", new TypeRef(TypeKind.Int32)),
        new Option("$skiptoken", "SkipToken", TypeRef.String),
        new Option("$top", "Top", new TypeRef(TypeKind.Int32)),
    }.ToDictionary(option => option.WireName, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name on the wire, or null for a name that is no system query option.</summary>
    public static string? WireName(string name) => All.TryGetValue(name, out Option? option) ? option.WireName : null;

    /// <summary>The name of the emitted property, or null for a name that is no system query option.</summary>
    public static string? PropertyName(string name) =>
        All.TryGetValue(name, out Option? option) ? option.PropertyName : null;

    /// <summary>
    /// The type of the option, which is the same in every request, or null for a name that is no system query option.
    /// </summary>
    public static TypeRef? TypeOf(string name) => All.TryGetValue(name, out Option? option) ? option.Type : null;

    /// <summary>Whether only the service creates values of the option, in next links and delta links.</summary>
    public static bool IsToken(string name) =>
        name.Equals("$skiptoken", StringComparison.OrdinalIgnoreCase)
            || name.Equals("$deltatoken", StringComparison.OrdinalIgnoreCase);

    private sealed record Option(string WireName, string PropertyName, TypeRef Type);
}
