using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The definition of a resource or an enum, from all its pages.</summary>
/// <param name="pages">The pages that define the type. The text of the first page is used.</param>
/// <param name="members">The documented members; empty for an enum.</param>
/// <param name="origins">The pages and headings that define the type.</param>
internal sealed class TypeDefinition(
    string name, PageModel[] pages, ResourceDefinition? resource, EnumDefinition? values, MemberTable members,
    EquatableArray<DocOrigin> origins)
{
    private HashSet<string>? _valueNames;

    public string Name { get; } = name;

    /// <summary>The name without its namespace.</summary>
    public string LastPart { get; } = TypeIndex.LastPart(name);

    /// <summary>The main page, whose text is used.</summary>
    public PageModel Page => pages[0];

    /// <summary>All pages that define the type.</summary>
    public PageModel[] Pages => pages;

    public ResourceDefinition? Resource { get; } = resource;

    public EnumDefinition? Enum { get; } = values;

    public MemberTable Members { get; } = members;

    public EquatableArray<DocOrigin> Origins { get; } = origins;

    /// <summary>
    /// Whether a table lists the enum's values. Otherwise the values come from descriptions of members.
    /// </summary>
    public bool HasTable { get; init; }

    public static TypeDefinition Of(PageModel page, ResourceDefinition resource) =>
        new(resource.Name, [page], resource, null, new MemberTable(resource.Members), OriginOf(page));

    public static TypeDefinition Of(PageModel page, EnumDefinition values, bool hasTable) =>
        new(values.Name, [page], null, values, MemberTable.Empty, OriginOf(page)) { HasTable = hasTable };

    /// <summary>Whether the enum has the value, ignoring case.</summary>
    public bool HasValue(string value) =>
        (_valueNames ??= new HashSet<string>(Enum!.Members.Select(m => m.Value), StringComparer.OrdinalIgnoreCase))
            .Contains(value);

    /// <summary>
    /// Returns the first page whose definition of the resource satisfies the condition, else the main page.
    /// </summary>
    public PageModel PageThatSays(Func<ResourceDefinition, bool> said) => pages.Length == 1 ? pages[0]
        : Array.Find(pages, page =>
            page.Resources.Any(r => r.Name.Equals(Name, StringComparison.OrdinalIgnoreCase) && said(r))) ?? pages[0];

    /// <summary>Whether the same page objects define the other type.</summary>
    public bool HasSamePages(TypeDefinition other)
    {
        if (pages.Length != other.Pages.Length)
            return false;
        for (int i = 0; i < pages.Length; i++)
        {
            if (!ReferenceEquals(pages[i], other.Pages[i]))
                return false;
        }

        return true;
    }

    private static EquatableArray<DocOrigin> OriginOf(PageModel page) =>
        EquatableArray.Of(new DocOrigin(page.Path, null));
}
