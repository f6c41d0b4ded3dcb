using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace DocGen.Generator.Linking;

/// <summary>The files of a doc set while they are put together: one a resource, with the operations on it.</summary>
internal sealed class FileSet(ApiSettings settings)
{
    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _folder = settings.Api.Length == 0 ? "" : Identifiers.Pascal(settings.Api) + "/";

    public void Add(string file, string page, StructuredType type, bool owns) => Get(file, page, owns).Types.Add(type);

    public void Add(string file, string page, EnumType type, bool owns = false) => Get(file, page, owns).Enums.Add(type);

    public void Add(string file, string page, OperationGroup group) => Get(file, page, owns: false).Operations = group;

    /// <summary>Each page's files, in the order of their names.</summary>
    public IReadOnlyDictionary<string, EquatableArray<ApiFile>> ByPage()
    {
        var pages = new Dictionary<string, List<ApiFile>>(_drafts.Count, StringComparer.Ordinal);
        foreach (KeyValuePair<string, Draft> draft in _drafts)
        {
            if (!pages.TryGetValue(draft.Value.Page, out List<ApiFile>? files))
                pages.Add(draft.Value.Page, files = new List<ApiFile>(1));
            files.Add(ToFile(draft.Key, draft.Value));
        }

        return pages.ToDictionary(
            page => page.Key, page => Sorted(page.Value, file => file.HintName, StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
    }

    private Draft Get(string file, string page, bool owns)
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

    // Most have one item or none: nothing is made to sort those by.
    private static EquatableArray<T> Sorted<T>(List<T> items, Func<T, string> key, StringComparer order)
        where T : IEquatable<T> => items.Count < 2 ? items.ToEquatableArray() : items.OrderBy(key, order).ToEquatableArray();

    private sealed class Draft(string page)
    {
        /// <summary>The page that defines the resource, else the first that says something of it.</summary>
        public string Page { get; set; } = page;

        public bool IsOwned { get; set; }

        public List<StructuredType> Types { get; } = [];

        public List<EnumType> Enums { get; } = [];

        public OperationGroup? Operations { get; set; }
    }
}
