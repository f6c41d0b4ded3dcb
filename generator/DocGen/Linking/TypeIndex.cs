using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Generator.Linking;

/// <summary>
/// Every type that the pages define, by every name it goes by. Names resolve by qualified name, then by their last part, then by
/// alias.
/// </summary>
internal sealed class TypeIndex
{
    private readonly List<LinkFinding> _findings = [];
    private readonly Dictionary<string, TypeEntry> _byName;
    private readonly Dictionary<string, TypeEntry> _byLastPart;
    private readonly Dictionary<string, TypeEntry> _byAlias = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TypeEntry?> _byPage;
    private readonly List<TypeEntry> _entries;

    /// <param name="names">Names of resources by their pages, where those misspell them.</param>
    private TypeIndex(PageModel[] pages, Dictionary<string, string> names)
    {
        int count = 0;
        foreach (PageModel page in pages)
            count += page.Resources.Count + page.Enums.Count;
        _entries = new List<TypeEntry>(count);
        _byName = new Dictionary<string, TypeEntry>(count, StringComparer.OrdinalIgnoreCase);
        _byLastPart = new Dictionary<string, TypeEntry>(count, StringComparer.OrdinalIgnoreCase);
        _byPage = new Dictionary<string, TypeEntry?>(count, StringComparer.OrdinalIgnoreCase);
        foreach (PageModel page in pages)
        {
            foreach (ResourceDefinition resource in page.Resources)
                Define(page, NamedByUse(page, resource, names));
            foreach (EnumDefinition definition in page.Enums)
                Define(page, definition);
        }

        foreach (TypeEntry entry in _entries.ToArray())
            DefineImpliedEnums(entry);
        foreach (TypeEntry entry in _entries)
            entry.CompleteEnum();
    }

    public static TypeIndex Of(Linker linker, PageModel[] pages)
    {
        var types = new TypeIndex(pages, []);
        // Few sets have a misspelt base: those are gone through twice.
        if (types.NamesByUse(pages) is { Count: > 0 } names)
            types = new TypeIndex(pages, names);
        linker.Report(types._findings);
        return types;
    }

    /// <summary>In the order of the pages; placeholders follow as they are asked for.</summary>
    public IReadOnlyList<TypeEntry> Entries => _entries;

    /// <summary>How the pages spell the type <paramref name="lowerName"/>, or null where none defines it.</summary>
    public string? Spelling(string lowerName) =>
        _byLastPart.TryGetValue(lowerName, out TypeEntry? entry) && !entry.IsPlaceholder ? entry.LastPart : null;

    public TypeEntry? Lookup(string name, out bool byAlias)
    {
        byAlias = false;
        if (_byName.TryGetValue(name, out TypeEntry? entry) || _byLastPart.TryGetValue(LastPart(name), out entry))
        {
            if (!entry.IsPlaceholder)
                return entry;
        }

        if (_byAlias.TryGetValue(name, out TypeEntry? alias) || _byAlias.TryGetValue(LastPart(name), out alias))
        {
            byAlias = true;
            return alias;
        }

        return entry;
    }

    /// <summary>The one resource that a page defines, or null.</summary>
    public TypeEntry? OnlyOf(string page) => _byPage.TryGetValue(page, out TypeEntry? only) ? only : null;

    public void Add(TypeEntry entry)
    {
        entry.Place = _entries.Count;
        _entries.Add(entry);
        _byName[entry.Name] = entry;
        if (!_byLastPart.ContainsKey(entry.LastPart))
            _byLastPart.Add(entry.LastPart, entry);
    }

    public static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>
    /// The page of a base type may misspell it. Where a page that inherits links to it by the name of its file, which is no type's
    /// otherwise, that is its name: by page.
    /// </summary>
    private Dictionary<string, string> NamesByUse(PageModel[] pages)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (PageModel page in pages)
        {
            foreach (ResourceDefinition resource in page.Resources)
            {
                foreach (DocType used in resource.LinkedAncestors)
                    AddNameByUse(used, names);
            }
        }

        return names;
    }

    private void AddNameByUse(DocType used, Dictionary<string, string> names)
    {
        string name = LastPart(used.Name!);
        if (!_byLastPart.ContainsKey(name) && used.Page is { } page && !names.ContainsKey(page)
            && System.IO.Path.GetFileNameWithoutExtension(page).Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            names.Add(page, name);
        }
    }

    private void Report(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, string page, string anchor, params string[] arguments) =>
        _findings.Add(Linker.Finding(rule, page, anchor, arguments));

    private ResourceDefinition NamedByUse(PageModel page, ResourceDefinition resource, Dictionary<string, string> names)
    {
        if (page.Resources.Count != 1 || !names.TryGetValue(page.Path, out string? used))
            return resource;
        string name = resource.Name.Substring(0, resource.Name.Length - LastPart(resource.Name).Length) + used;
        Report(Rules.TypeByAlias, page.Path, AnchorKeys.Resource(resource.Name), resource.Name, name);
        return resource with { Name = name, Aliases = resource.Aliases.Concat([resource.Name]).ToEquatableArray() };
    }

    private void Define(PageModel page, ResourceDefinition resource)
    {
        if (_byName.TryGetValue(resource.Name, out TypeEntry? known))
        {
            Merge(known, page, resource);
            return;
        }

        var entry = new TypeEntry(page, resource);
        Add(entry);
        _byPage[page.Path] = page.Resources.Count == 1 ? entry : null;
        foreach (string alias in resource.Aliases)
        {
            foreach (string name in (string[])[alias, LastPart(alias)])
            {
                if (!_byAlias.ContainsKey(name))
                    _byAlias.Add(name, entry);
            }
        }
    }

    private void Define(PageModel page, EnumDefinition definition)
    {
        // A table of a property's values on a resource's own page is about that property, not about a type of its name.
        bool isMember = page.Resources.Any(r => r.Members.Any(
            m => m.Name.Equals(definition.Name, StringComparison.OrdinalIgnoreCase) && m.Type.Kind == TypeKind.String));
        if (isMember)
            return;
        if (_byLastPart.TryGetValue(LastPart(definition.Name), out TypeEntry? known))
            known.AddValues(definition.Members);
        else
            Add(new TypeEntry(definition.Name, page) { Enum = definition, HasTable = true });
    }

    /// <summary>Two pages define one type: the members of both count, and where they disagree the first page is right.</summary>
    private void Merge(TypeEntry known, PageModel page, ResourceDefinition resource)
    {
        known.AddOrigin(new DocOrigin(page.Path, resource.Heading));
        var differing = new List<string>();
        foreach (MemberDefinition member in resource.Members)
        {
            if (known.Own(member.Name) is not { } first)
                known.Add(member);
            else if (first.Type != member.Type)
                differing.Add(member.Name);
        }

        if (differing.Count > 0)
            Report(Rules.TypeDefinedTwice, page.Path, AnchorKeys.Resource(resource.Name), resource.Name, known.Page.Path, string.Join(", ", differing));
    }

    /// <summary>A member of a named type that nothing defines, with its values listed beside it, defines an enum.</summary>
    private void DefineImpliedEnums(TypeEntry entry)
    {
        if (!entry.MayList)
            return;
        foreach (MemberDefinition member in entry.Members)
        {
            if (!member.Type.IsNamed || member.Values.IsEmpty)
                continue;
            string name = member.Type.Name!;
            if (Lookup(name, out _) is { } known)
            {
                string[] added = known.AddValues(member.Values);
                if (added.Length > 0 && known.HasTable)
                    Report(Rules.ValueNotInTable, entry.Page.Path, AnchorKeys.Type(name), name, string.Join(", ", added));
                continue;
            }

            Add(new TypeEntry(name, entry.Page) { Enum = new EnumDefinition(name, false, member.Values, null, entry.Resource?.Heading) });
        }
    }
}
