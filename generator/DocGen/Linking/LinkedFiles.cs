using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// Merges linked groups and types into files: one file for each resource with its operations. Each added part reserves
/// its class names.
/// </summary>
internal sealed class LinkedFiles(ApiSettings settings, ClassNames names)
{
    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _folder = settings.Api.Length == 0 ? "" : Identifiers.Pascal(settings.Api) + "/";
    private readonly List<ClientMember> _members = [];
    private readonly List<UnknownName> _unknown = [];
    private readonly List<LinkFinding> _findings = [];

    /// <summary>Each use of a type name that no page defines.</summary>
    public IReadOnlyList<UnknownName> Unknown => _unknown;

    public IReadOnlyList<LinkFinding> Findings => _findings;

    /// <summary>The classes of the groups of operations.</summary>
    public IEnumerable<string> GroupClasses => _members.Select(member => member.ClassName);

    public void Add(OperationGroupDraft group, LinkedPart<EquatableArray<Operation>> part)
    {
        // The first two class names of a part are the group's own classes.
        (string className, string urlsClassName) = (part.ClassNames[0], part.ClassNames[1]);
        AddPart(part);
        FileOf(group.Name.Singular, group.FirstPage, owns: false).Operations = new OperationGroup(group.Member,
            className, urlsClassName, null, part.Value);
        _members.Add(new ClientMember(group.Member, className, null));
    }

    public void Add(TypeSymbol symbol, LinkedPart<StructuredType> part)
    {
        AddPart(part);
        FileOf(symbol.ClassName, symbol.Definition.Page.Path, owns: true).Types.Add(part.Value);
    }

    public void Add(TypeSymbol symbol, EnumType type) =>
        FileOf(symbol.ClassName, symbol.Definition.Page.Path, owns: true).Enums.Add(type);

    /// <summary>Adds a class for each placeholder that groups and types use.</summary>
    public void AddPlaceholders()
    {
        foreach (Placeholder placeholder in names.Placeholders)
            FileOf(placeholder.ClassName, placeholder.Page, owns: false).Types.Add(ResourceLinker.ToType(placeholder));
    }

    public LinkedApi ToApi(string? serviceRoot, EquatableArray<LinkFinding> findings)
    {
        ApiClientModel? client = _members.Count == 0 ? null
            : new ApiClientModel(settings, serviceRoot,
                _members.OrderBy(member => member.Name, StringComparer.Ordinal).ToEquatableArray());
        return new LinkedApi(client, ByPage(), findings);
    }

    private void AddPart<T>(LinkedPart<T> part)
        where T : IEquatable<T>
    {
        names.Add(part);
        foreach (LinkedShape shape in part.Shapes)
            FileOf(shape.File, shape.Page, owns: false).Types.Add(shape.Type);
        foreach (LinkedEnum values in part.Enums)
            FileOf(values.File, values.Page, owns: false).Enums.Add(values.Type);
        _unknown.AddRange(part.Unknown);
        _findings.AddRange(part.Findings);
    }

    /// <summary>The files of each page, sorted by name.</summary>
    private Dictionary<string, EquatableArray<ApiFile>> ByPage()
    {
        var pages = new Dictionary<string, List<ApiFile>>(_drafts.Count, StringComparer.Ordinal);
        foreach (KeyValuePair<string, Draft> draft in _drafts)
        {
            if (!pages.TryGetValue(draft.Value.Page, out List<ApiFile>? files))
                pages.Add(draft.Value.Page, files = new List<ApiFile>(1));
            files.Add(ToFile(draft.Key, draft.Value));
        }

        return pages.ToDictionary(
            page => page.Key, page => Sorted(page.Value, file => file.HintName, StringComparer.OrdinalIgnoreCase),
            StringComparer.Ordinal);
    }

    private Draft FileOf(string file, string page, bool owns)
    {
        if (!_drafts.TryGetValue(file, out Draft? draft))
            _drafts.Add(file, draft = new Draft(page));
        bool goesFirst = string.CompareOrdinal(page, draft.Page) < 0;
        if ((owns && (!draft.IsOwned || goesFirst)) || (!draft.IsOwned && goesFirst))
            draft.Page = page;
        draft.IsOwned |= owns;
        return draft;
    }

    private ApiFile ToFile(string name, Draft draft)
    {
        bool isTaken = name.Equals(settings.ClientName, StringComparison.OrdinalIgnoreCase)
            || name.Equals(settings.JsonResolverName, StringComparison.OrdinalIgnoreCase);
        for (; isTaken; isTaken = _drafts.ContainsKey(name))
            name += "Resource";
        return new ApiFile(
            _folder + name + ".g.cs", settings,
            Sorted(draft.Types, type => type.Name, StringComparer.Ordinal),
            Sorted(draft.Enums, type => type.Name, StringComparer.Ordinal),
            draft.Operations);
    }

    // Most lists have at most one item. Such lists are not sorted, which saves allocations.
    private static EquatableArray<T> Sorted<T>(List<T> items, Func<T, string> key, StringComparer order)
        where T : IEquatable<T> =>
        items.Count < 2 ? items.ToEquatableArray() : items.OrderBy(key, order).ToEquatableArray();

    private sealed class Draft(string page)
    {
        /// <summary>
        /// The first page in ordinal order that defines the resource, or, if no page defines it, that mentions it.
        /// </summary>
        public string Page { get; set; } = page;

        public bool IsOwned { get; set; }

        public List<StructuredType> Types { get; } = [];

        public List<EnumType> Enums { get; } = [];

        public OperationGroup? Operations { get; set; }
    }
}
