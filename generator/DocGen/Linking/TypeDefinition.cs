using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A resource or an enum as the pages define it.</summary>
/// <param name="page">The first page that defines it.</param>
/// <param name="members">The members that pages define; none of an enum.</param>
/// <param name="origins">Where pages define it.</param>
internal sealed class TypeDefinition(
    string name, PageModel page, ResourceDefinition? resource, EnumDefinition? values, MemberTable members, EquatableArray<DocOrigin> origins)
{
    private HashSet<string>? _valueNames;

    public string Name { get; } = name;

    /// <summary>The name without its namespace.</summary>
    public string LastPart { get; } = TypeIndex.LastPart(name);

    public PageModel Page { get; } = page;

    public ResourceDefinition? Resource { get; } = resource;

    public EnumDefinition? Enum { get; } = values;

    public MemberTable Members { get; } = members;

    public EquatableArray<DocOrigin> Origins { get; } = origins;

    /// <summary>A table lists the enum's values. Otherwise descriptions of members do.</summary>
    public bool HasTable { get; init; }

    public static TypeDefinition Of(PageModel page, ResourceDefinition resource) =>
        new(resource.Name, page, resource, null, new MemberTable(resource.Members), OriginOf(page));

    public static TypeDefinition Of(PageModel page, EnumDefinition values, bool hasTable) =>
        new(values.Name, page, null, values, MemberTable.Empty, OriginOf(page)) { HasTable = hasTable };

    /// <summary>Whether the enum has the value, without regard to case.</summary>
    public bool HasValue(string value) =>
        (_valueNames ??= new HashSet<string>(Enum!.Members.Select(m => m.Value), StringComparer.OrdinalIgnoreCase)).Contains(value);

    private static EquatableArray<DocOrigin> OriginOf(PageModel page) => EquatableArray.Of(new DocOrigin(page.Path, null));
}
