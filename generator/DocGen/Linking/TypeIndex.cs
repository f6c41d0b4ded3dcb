using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Finds defined types by any of their names. A name is looked up first as a qualified name, then by its last part, and
/// then as an alias.
/// </summary>
internal sealed class TypeIndex
{
    private readonly List<TypeDefinition> _types;
    private readonly Dictionary<int, TypeBuilder> _builders = [];
    private readonly List<LinkFinding> _findings = [];
    private readonly Dictionary<string, int> _byName;
    private readonly Dictionary<string, int> _byLastPart;
    private readonly Dictionary<string, int> _byAlias = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _byPage;

    /// <param name="names">Corrected names of resources whose own pages misspell them, by page.</param>
    private TypeIndex(List<PageTypes> pages, Dictionary<string, string> names, LinkCache cache)
    {
        int count = pages.Sum(page => page.Resources.Count + page.Enums.Count);
        _types = new List<TypeDefinition>(count);
        _byName = new Dictionary<string, int>(count, StringComparer.OrdinalIgnoreCase);
        _byLastPart = new Dictionary<string, int>(count, StringComparer.OrdinalIgnoreCase);
        _byPage = new Dictionary<string, int>(count, StringComparer.OrdinalIgnoreCase);
        foreach (TypeDefinition resource in pages.SelectMany(page => page.Resources)
            .Where(type => !type.Resource!.MayBeOther))
            DefineResource(NamedByUse(resource, names));
        foreach (TypeDefinition resource in pages.SelectMany(page => page.Resources)
            .Where(type => type.Resource!.MayBeOther).ToArray())
        {
            if (SameAs(resource) is { } other)
                AddAlias(resource.Name, other);
            else
                DefineResource(resource);
        }

        foreach (TypeDefinition values in pages.SelectMany(page => page.Enums))
            DefineEnum(values);

        count = _types.Count;
        for (int place = 0; place < count; place++)
            DefineImpliedEnums(place);
        foreach (KeyValuePair<int, TypeBuilder> builder in _builders)
            _types[builder.Key] = cache.Built.Get(_types[builder.Key].Name, builder.Value);
    }

    /// <param name="pages">The pages, sorted by path.</param>
    /// <param name="cache">Contains the types of unchanged pages.</param>
    public static TypeIndex Of(PageModel[] pages, LinkCache cache)
    {
        var defining = new List<PageTypes>();
        foreach (PageModel page in pages)
        {
            if (page.Resources.Count + page.Enums.Count > 0)
                defining.Add(cache.TypesOf(page));
        }

        return new TypeIndex(defining, NamesByUse(defining), cache);
    }

    /// <summary>The types: resources, then enums, in the order of the pages.</summary>
    public IReadOnlyList<TypeDefinition> Types => _types;

    public IReadOnlyList<LinkFinding> Findings => _findings;

    /// <summary>
    /// Returns the documented spelling of the type <paramref name="lowerName"/>, or null if no page defines the type.
    /// </summary>
    public string? Spelling(string lowerName) =>
        _byLastPart.TryGetValue(lowerName, out int place) ? _types[place].LastPart : null;

    public TypeDefinition? Lookup(string name) => PlaceOf(name, out _) is { } place ? _types[place] : null;

    /// <param name="name">The name as written on a page.</param>
    /// <param name="byAlias">Whether the name is an alias.</param>
    /// <returns>The type's index in <see cref="Types"/>, or null.</returns>
    public int? PlaceOf(string name, out bool byAlias)
    {
        byAlias = false;
        if (_byName.TryGetValue(name, out int place) || _byLastPart.TryGetValue(LastPart(name), out place))
            return place;
        byAlias = true;
        return _byAlias.TryGetValue(name, out place) || _byAlias.TryGetValue(LastPart(name), out place) ? place : null;
    }

    /// <summary>
    /// Returns the index of the only resource that a page defines; null if the page defines none or several.
    /// </summary>
    public int? OnlyOf(string page) => _byPage.TryGetValue(page, out int place) && place >= 0 ? place : null;

    public static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>
    /// Finds corrected names for base types that their own pages misspell. If a derived type's page links to a base
    /// type whose name is the file name of the linked page, and no type has that name, the file name is the name of the
    /// base type. Returns names by page.
    /// </summary>
    private static Dictionary<string, string> NamesByUse(List<PageTypes> pages)
    {
        var pagesByName = new Dictionary<string, (string Page, string Name)>(StringComparer.OrdinalIgnoreCase);
        foreach (DocType used in pages.SelectMany(page => page.Resources)
            .SelectMany(type => type.Resource!.LinkedAncestors))
        {
            string name = LastPart(used.Name!);
            if (used.Page is { } page && !pagesByName.ContainsKey(name)
                && Path.GetFileNameWithoutExtension(page).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                pagesByName.Add(name, (page, name));
            }
        }

        foreach (PageTypes page in pages)
        {
            foreach (TypeDefinition type in page.Resources)
                pagesByName.Remove(type.LastPart);
            foreach (TypeDefinition values in page.Enums)
                pagesByName.Remove(values.LastPart);
        }

        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string page, string name) in pagesByName.Values)
            names[page] = name;
        return names;
    }

    private TypeDefinition NamedByUse(TypeDefinition type, Dictionary<string, string> names)
    {
        PageModel page = type.Page;
        if (names.Count == 0 || page.Resources.Count != 1 || !names.TryGetValue(page.Path, out string? used))
            return type;
        ResourceDefinition resource = type.Resource!;
        string name = resource.Name.Substring(0, resource.Name.Length - type.LastPart.Length) + used;
        Report(Rules.TypeByAlias, page.Path, AnchorKeys.Resource(resource.Name), resource.Name, name);
        resource = resource with { Name = name, Aliases = resource.Aliases.Concat([resource.Name]).ToEquatableArray() };
        return new TypeDefinition(name, type.Pages, resource, null, type.Members, type.Origins);
    }

    private void DefineResource(TypeDefinition type)
    {
        (PageModel page, ResourceDefinition resource) = (type.Page, type.Resource!);
        if (_byName.TryGetValue(type.Name, out int known))
        {
            // Definitions are merged. If they contradict each other, the first page in the order of PageOrder is used.
            List<string> differing = BuilderOf(known).Add(type);
            if (differing.Count > 0)
            {
                Report(Rules.TypeDefinedTwice, page.Path, AnchorKeys.Resource(resource.Name),
                    resource.Name, _types[known].Page.Path, string.Join(", ", differing));
            }

        }
        else
        {
            known = Add(type);
        }

        _byPage[page.Path] = page.Resources.Count == 1 ? known : -1;
        foreach (string alias in resource.Aliases)
        {
            AddAlias(alias, known);
            AddAlias(LastPart(alias), known);
        }
    }

    /// <summary>
    /// Returns the only resource from plain pages that has all members of the type; null if there is none, or if the
    /// type has so few members that this may be a coincidence.
    /// </summary>
    private int? SameAs(TypeDefinition type)
    {
        if (_byName.ContainsKey(type.Name) || type.Members.Count < Thresholds.SameTypeMembers)
            return null;
        int? same = null;
        for (int place = 0; place < _types.Count; place++)
        {
            if (_types[place].Resource is not { IsShown: true, MayBeOther: false })
                continue;
            HashSet<string> known = new(
                (_builders.TryGetValue(place, out TypeBuilder? builder) ? builder.Members : _types[place].Members.All)
                    .Select(m => m.Name), StringComparer.OrdinalIgnoreCase);
            if (!type.Members.All.All(member => known.Contains(member.Name)))
                continue;
            if (same is not null)
                return null;
            same = place;
        }

        return same;
    }

    private void AddAlias(string alias, int place)
    {
        if (!_byAlias.ContainsKey(alias))
            _byAlias.Add(alias, place);
    }

    private void DefineEnum(TypeDefinition values)
    {
        if (!_byLastPart.TryGetValue(values.LastPart, out int known))
            Add(values);
        else if (_types[known].Resource is not null)
            Report(Rules.EnumNamedAsResource, values.Page.Path, AnchorKeys.Enum(values.Name), values.Name,
                _types[known].Page.Path);
        else
            AddValues(known, values.Enum!.Members);
    }

    /// <summary>Defines an enum for each member that has an undefined named type and lists its values.</summary>
    private void DefineImpliedEnums(int place)
    {
        TypeDefinition type = _types[place];
        _builders.TryGetValue(place, out TypeBuilder? builder);
        if (!type.Members.HasValueLists && builder is null)
            return;
        foreach (MemberDefinition member in builder?.Members ?? type.Members.All)
        {
            if (!member.Type.IsNamed || member.Values.IsEmpty)
                continue;
            string name = member.Type.Name!;
            if (PlaceOf(name, out _) is { } known)
            {
                string[] added = AddValues(known, member.Values);
                if (added.Length > 0 && _types[known].HasTable)
                    Report(Rules.ValueNotInTable, type.Page.Path, AnchorKeys.Type(name), name,
                        string.Join(", ", added));
                continue;
            }

            Add(TypeDefinition.Of(type.Page,
                new EnumDefinition(name, false, member.Values, null, type.Resource?.Heading), hasTable: false));
        }
    }

    private int Add(TypeDefinition type)
    {
        int place = _types.Count;
        _types.Add(type);
        _byName[type.Name] = place;
        if (!_byLastPart.ContainsKey(type.LastPart))
            _byLastPart.Add(type.LastPart, place);
        return place;
    }

    /// <summary>Adds values from another list to the enum.</summary>
    /// <returns>The values that the enum did not have before.</returns>
    private string[] AddValues(int place, EquatableArray<EnumMemberDefinition> values) =>
        _types[place].Enum is null || values.All(value => _types[place].HasValue(value.Value))
            ? []
            : BuilderOf(place).Add(values);

    private TypeBuilder BuilderOf(int place)
    {
        if (!_builders.TryGetValue(place, out TypeBuilder? builder))
            _builders.Add(place, builder = new TypeBuilder(_types[place]));
        return builder;
    }

    private void Report(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, string page, string anchor,
        params string[] arguments) =>
        _findings.Add(LinkFindings.Of(rule, page, anchor, arguments));
}
