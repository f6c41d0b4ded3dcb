using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A resource or an enum as the pages define it.</summary>
/// <param name="pages">The pages that define it; the words of the first count.</param>
/// <param name="members">The members that pages define; none of an enum.</param>
/// <param name="origins">Where pages define it.</param>
internal sealed class TypeDefinition(
    string name, PageModel[] pages, ResourceDefinition? resource, EnumDefinition? values, MemberTable members,
    EquatableArray<DocOrigin> origins)
{
    private HashSet<string>? _valueNames;

    public string Name { get; } = name;

    /// <summary>The name without its namespace.</summary>
    public string LastPart { get; } = TypeIndex.LastPart(name);

    /// <summary>The page whose words count.</summary>
    public PageModel Page => pages[0];

    /// <summary>All pages that define it.</summary>
    public PageModel[] Pages => pages;

    public ResourceDefinition? Resource { get; } = resource;

    public EnumDefinition? Enum { get; } = values;

    public MemberTable Members { get; } = members;

    public EquatableArray<DocOrigin> Origins { get; } = origins;

    /// <summary>A table lists the enum's values. Otherwise descriptions of members do.</summary>
    public bool HasTable { get; init; }

    public static TypeDefinition Of(PageModel page, ResourceDefinition resource) =>
        new(resource.Name, [page], resource, null, new MemberTable(resource.Members), OriginOf(page));

    public static TypeDefinition Of(PageModel page, EnumDefinition values, bool hasTable) =>
        new(values.Name, [page], null, values, MemberTable.Empty, OriginOf(page)) { HasTable = hasTable };

    /// <summary>Whether the enum has the value, without regard to case.</summary>
    public bool HasValue(string value) =>
        (_valueNames ??= new HashSet<string>(Enum!.Members.Select(m => m.Value), StringComparer.OrdinalIgnoreCase))
            .Contains(value);

    /// <summary>The first page that says what is asked for of the resource; the page whose words count where none
    /// does.</summary>
    public PageModel PageThatSays(Func<ResourceDefinition, bool> said) => pages.Length == 1 ? pages[0]
        : Array.Find(pages, page =>
            page.Resources.Any(r => r.Name.Equals(Name, StringComparison.OrdinalIgnoreCase) && said(r))) ?? pages[0];

    /// <summary>Whether the same pages define the other, as they were read.</summary>
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
