using DocGen.Generator.Diagnostics;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Every type of a doc set by every name it goes by. Names resolve by qualified name, then by their last part, then by
/// alias; a name that no page defines becomes an open placeholder, and is reported.
/// </summary>
internal sealed class TypeTable
{
    private static readonly WeakMemo<ResourceDefinition, TypeMemo> Types = new();

    private const int MaxLevels = 64;
    private const int MaxAncestors = 16;

    /// <summary>So many members of the same names are no coincidence.</summary>
    private const int MinAlike = 3;

    private readonly Linker _linker;
    private readonly FileSet _files;
    private readonly NameScope _classNames;
    private readonly Dictionary<string, Entry> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Entry> _byLastPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Entry> _byAlias = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Entry?> _byPage = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Entry> _byClass = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _shapeFiles = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries = [];
    private Dictionary<int, List<Entry>>? _bySize;
    private Dictionary<string, List<DocType>>? _typesByMember;
    private Dictionary<string, List<Entry>>? _enumsByValue;
    private Journal? _journal;
    private readonly HashSet<(string Page, string Name)> _reported = [];
    private readonly Lazy<Dictionary<string, PageModel>> _pages;
    private readonly Dictionary<string, DocType?> _agreed = new(StringComparer.OrdinalIgnoreCase);

    public TypeTable(Linker linker, FileSet files, ApiSettings settings, PageModel[] pages)
    {
        _linker = linker;
        _files = files;
        _classNames = new NameScope([.. ReservedNames.Types, settings.ClientName, settings.ClientName + "Options", JsonResolverEmitter.ClassName(settings)]);
        _pages = new Lazy<Dictionary<string, PageModel>>(() => ByPath(pages));
        Dictionary<string, string> names = NamesByUse(pages);
        foreach (PageModel page in pages)
        {
            foreach (ResourceDefinition resource in page.Resources)
                Define(page, NamedByUse(page, resource, names));
            foreach (EnumDefinition definition in page.Enums)
                Define(page, definition);
        }

        foreach (Entry entry in _entries.ToArray())
            DefineImpliedEnums(entry);
        NameClasses();
        LinkBases();
        MoveInherited();
        AddShown(pages);
    }

    /// <summary>Whether a type or one of its bases has a member of the name, without regard to case.</summary>
    public bool HasMember(TypeRef type, string name) =>
        type.Name is { } className && Ask(new Question(QuestionKind.HasMember, className, name)).IsTrue;

    /// <summary>The class of a documented resource by the last part of its name, or null.</summary>
    public TypeRef? Documented(string name) =>
        Ask(new Question(QuestionKind.Name, name)) is { IsResource: true } found ? new TypeRef(TypeKind.Resource, found.ClassName) : null;

    /// <summary>A name that nothing defines, with a link to a page that defines no type, is a mere word.</summary>
    public bool IsWord(DocType type) =>
        type is { IsNamed: true, Page: { } page } && Ask(new Question(QuestionKind.Word, type.Name!, page)).IsTrue;

    /// <summary>A documented enum by name, or null.</summary>
    public TypeRef? DocumentedEnum(string name) =>
        Ask(new Question(QuestionKind.Name, name)) is { IsEnum: true } found ? new TypeRef(TypeKind.Enum, found.ClassName) : null;

    /// <summary>The resource that the page on watching a job gets: the job itself, which is what is there when it has ended.</summary>
    public TypeRef? JobOf(string page) =>
        Ask(new Question(QuestionKind.Job, page)).ClassName is { } job ? new TypeRef(TypeKind.Resource, job) : null;

    /// <summary>Whether <paramref name="type"/> inherits from <paramref name="ancestor"/>.</summary>
    public bool IsAncestor(TypeRef ancestor, TypeRef type) =>
        type is { Kind: TypeKind.Resource, Name: { } name } && ancestor.Name is { } above && ancestor != type
        && Ask(new Question(QuestionKind.IsAncestor, name, above)).IsTrue;

    /// <summary>The type of a property of a class, inherited or its own, or null where it has none of this name.</summary>
    public TypeRef? PropertyOf(TypeRef type, string property, PageModel page, string owner) =>
        type.Name is { } className && Ask(new Question(QuestionKind.Member, className, property)).Member is { } member
            ? Resolve(member.Type, page, owner, "Result") : null;

    /// <summary>How the pages spell the type <paramref name="lowerName"/>, or null where none defines it.</summary>
    public string? Spelling(string lowerName) =>
        _byLastPart.TryGetValue(lowerName, out Entry? entry) && !entry.IsPlaceholder ? LastPart(entry.Name) : null;

    public TypeRef Resolve(DocType type, PageModel page, string owner, string member)
    {
        bool isKnown = type.Name is { } name && Ask(new Question(QuestionKind.Name, name)) is { ClassName: not null, IsPlaceholder: false };
        if (!isKnown && type.Shape is { Members.IsEmpty: false } unnamed && Ask(new Question(QuestionKind.Object, member, MemberKey(unnamed.Members.Select(m => m.Name)))).ClassName is { } same)
            return new TypeRef(TypeKind.Resource, same, type.Rank);
        if (!isKnown && type.Shape is { Members.IsEmpty: false } shape)
            return new TypeRef(TypeKind.Resource, AddShape(shape, page, owner, member), type.Rank);
        if (!type.IsNamed)
            return new TypeRef(type.Kind == TypeKind.Resource ? TypeKind.JsonObject : type.Kind, null, type.Rank);
        Entry entry = Find(type.Name!, page, type.Page);
        if (type.Others.IsEmpty)
            return new TypeRef(entry.Enum is null ? TypeKind.Resource : TypeKind.Enum, entry.ClassName, type.Rank);
        string all = string.Join(" ", type.Others.Select(o => Find(o, page).ClassName).Prepend(entry.ClassName));
        return Ask(new Question(QuestionKind.CommonBase, all)).ClassName is { } common
            ? new TypeRef(_byClass[common].Enum is null ? TypeKind.Resource : TypeKind.Enum, common, type.Rank)
            : new TypeRef(TypeKind.Json, null, type.Rank);
    }

    /// <summary>
    /// What an object is that nothing names: the resource that the pages agree a member of its name is, where that has three in four of
    /// what is shown; else the one resource that has exactly the members which are shown.
    /// </summary>
    private Entry? Unnamed(string member, string[] shown)
    {
        if (AgreedType(member) is { IsNamed: true, Rank: 0 } type && Lookup(type.Name!, out _) is { Resource: not null } agreed
            && shown.Count(name => agreed.MemberOf(name) is not null) * 4 >= shown.Length * 3)
        {
            return agreed;
        }

        if (shown.Length < MinAlike || !BySize().TryGetValue(shown.Length, out List<Entry>? sized))
            return null;
        List<Entry> alike = sized.FindAll(entry => Array.TrueForAll(shown, name => entry.MemberOf(name) is not null));
        return alike.Count == 1 ? alike[0] : null;
    }

    /// <summary>The resources by how many members they have, inherited ones too.</summary>
    private Dictionary<int, List<Entry>> BySize()
    {
        if (_bySize is not null)
            return _bySize;
        _bySize = [];
        foreach (Entry entry in _entries.Where(e => e.Resource is not null))
        {
            int size = entry.WithBases.Sum(part => part.Members.Keys.Count(name => part.Base?.MemberOf(name) is null));
            if (!_bySize.TryGetValue(size, out List<Entry>? known))
                _bySize.Add(size, known = []);
            known.Add(entry);
        }

        return _bySize;
    }

    /// <summary>Member names in a text, whatever their order and case.</summary>
    private static string MemberKey(IEnumerable<string> names) =>
        string.Join("\n", names.Select(n => n.ToLowerInvariant()).Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal));

    private static Dictionary<string, PageModel> ByPath(PageModel[] pages)
    {
        var byPath = new Dictionary<string, PageModel>(StringComparer.OrdinalIgnoreCase);
        foreach (PageModel page in pages)
            byPath[page.Path] = page;
        return byPath;
    }

    /// <summary>The nearest type that all of them are, or null where they share none.</summary>
    private static Entry? CommonBase(Entry[] entries) =>
        entries[0].WithBases.FirstOrDefault(candidate => Array.TrueForAll(entries, e => e.Is(candidate)));

    /// <summary>A name for a class that no page names, such as a request.</summary>
    public string ClaimClass(string name, string suffix = "Operation")
    {
        string got = _classNames.Claim(name, suffix);
        _journal?.Claims.Add((name, suffix, got));
        return got;
    }

    /// <summary>
    /// The type of a string whose values the page lists: the closest documented enum whose name ends in the member's and which
    /// has all these values, else an enum of its own.
    /// </summary>
    public TypeRef EnumOf(
        string file, PageModel page, string owner, string name, MemberDefinition member, EquatableArray<EnumMemberDefinition> values, string? heading)
    {
        string? known = values.Count < 2 ? null : Ask(new Question(QuestionKind.Enum, Inflection.Singular(member.Name), Values: values)).ClassName;
        return known is not null
            ? new TypeRef(TypeKind.Enum, known, member.Type.Rank)
            : AddMemberEnum(file, page, owner, name, values, heading) with { Rank = member.Type.Rank };
    }

    private Entry? EnumOf(string singular, EquatableArray<EnumMemberDefinition> values) =>
        EnumsByValue(values[0].Value).Where(e => EndsAlike(LastPart(e.Name), singular) && e.HasValues(values))
            .OrderBy(e => e.Enum!.Members.Count).ThenBy(e => e.Name.Length).ThenBy(e => e.Name, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>recordingStatus and status, modality and acceptedModality.</summary>
    private static bool EndsAlike(string enumName, string member) =>
        enumName.EndsWith(member, StringComparison.OrdinalIgnoreCase) || member.EndsWith(enumName, StringComparison.OrdinalIgnoreCase);

    private List<Entry> EnumsByValue(string value)
    {
        if (_enumsByValue is null)
        {
            _enumsByValue = new Dictionary<string, List<Entry>>(StringComparer.OrdinalIgnoreCase);
            foreach (Entry entry in _entries.Where(e => e.Enum is not null))
            {
                foreach (EnumMemberDefinition member in entry.Enum!.Members)
                {
                    if (!_enumsByValue.TryGetValue(member.Value, out List<Entry>? found))
                        _enumsByValue.Add(member.Value, found = []);
                    found.Add(entry);
                }
            }
        }

        return _enumsByValue.TryGetValue(value, out List<Entry>? entries) ? entries : [];
    }

    /// <summary>Emits an enum that belongs to a member whose values the page lists.</summary>
    private TypeRef AddMemberEnum(string file, PageModel page, string owner, string member, EquatableArray<EnumMemberDefinition> values, string? heading)
    {
        string name = ClaimClass(owner + member, "Values");
        EnumType type = ToEnum(name, isFlags: false, values, null, new DocOrigin(page.Path, heading));
        _files.Add(file, page.Path, type);
        _journal?.Enums.Add((file, page.Path, type));
        return new TypeRef(TypeKind.Enum, name);
    }

    /// <summary>Emits everything that was defined or asked for.</summary>
    public void Finish()
    {
        // Resolving a member's type can add a placeholder, which is then emitted too.
        for (int i = 0; i < _entries.Count; i++)
        {
            _linker.Cancellation.ThrowIfCancellationRequested();
            Emit(_entries[i]);
        }
    }

    /// <summary>
    /// The page of a base type may misspell it. Where a page that inherits links to it by the name of its file, which is no type's
    /// otherwise, that is its name: by page.
    /// </summary>
    private static Dictionary<string, string> NamesByUse(PageModel[] pages)
    {
        var defined = new HashSet<string>(pages.SelectMany(p => p.Resources).Select(r => LastPart(r.Name)), StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DocType used in pages.SelectMany(p => p.Resources).SelectMany(r => r.LinkedAncestors))
        {
            string name = LastPart(used.Name!);
            if (used.Page is { } page && !defined.Contains(name) && !names.ContainsKey(page)
                && System.IO.Path.GetFileNameWithoutExtension(page).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                names.Add(page, name);
            }
        }

        return names;
    }

    private ResourceDefinition NamedByUse(PageModel page, ResourceDefinition resource, Dictionary<string, string> names)
    {
        if (page.Resources.Count != 1 || !names.TryGetValue(page.Path, out string? used))
            return resource;
        string name = resource.Name.Substring(0, resource.Name.Length - LastPart(resource.Name).Length) + used;
        _linker.Report(Rules.TypeByAlias, page.Path, AnchorKeys.Resource(resource.Name), resource.Name, name);
        return resource with { Name = name, Aliases = resource.Aliases.Concat([resource.Name]).ToEquatableArray() };
    }

    private void Define(PageModel page, ResourceDefinition resource)
    {
        if (_byName.TryGetValue(resource.Name, out Entry? known))
        {
            Merge(known, page, resource);
            return;
        }

        var entry = new Entry(resource.Name, page) { Resource = resource };
        Add(entry, resource.Members);
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
        if (_byLastPart.TryGetValue(LastPart(definition.Name), out Entry? known))
            known.AddValues(definition.Members);
        else
            Add(new Entry(definition.Name, page) { Enum = definition }, default);
    }

    private void Add(Entry entry, EquatableArray<MemberDefinition> members)
    {
        _entries.Add(entry);
        _byName[entry.Name] = entry;
        if (!_byLastPart.ContainsKey(LastPart(entry.Name)))
            _byLastPart.Add(LastPart(entry.Name), entry);
        foreach (MemberDefinition member in members)
        {
            if (!entry.Members.ContainsKey(member.Name))
                entry.Members.Add(member.Name, member);
        }
    }

    /// <summary>Two pages define one type: the members of both count, and where they disagree the first page is right.</summary>
    private void Merge(Entry known, PageModel page, ResourceDefinition resource)
    {
        known.Origins.Add(new DocOrigin(page.Path, resource.Heading));
        var differing = new List<string>();
        foreach (MemberDefinition member in resource.Members)
        {
            if (!known.Members.TryGetValue(member.Name, out MemberDefinition? first))
                known.Members.Add(member.Name, member);
            else if (first.Type != member.Type)
                differing.Add(member.Name);
        }

        if (differing.Count > 0)
            _linker.Report(Rules.TypeDefinedTwice, page.Path, AnchorKeys.Resource(resource.Name), resource.Name, known.Page.Path, string.Join(", ", differing));
    }

    /// <summary>A member of a named type that nothing defines, with its values listed beside it, defines an enum.</summary>
    private void DefineImpliedEnums(Entry entry)
    {
        foreach (MemberDefinition member in entry.Members.Values)
        {
            if (!member.Type.IsNamed || member.Values.IsEmpty)
                continue;
            string name = member.Type.Name!;
            if (Lookup(name, out _) is { } known)
            {
                known.AddValues(member.Values);
                continue;
            }

            Add(new Entry(name, entry.Page) { Enum = new EnumDefinition(name, false, member.Values, null, entry.Resource?.Heading) }, default);
        }
    }

    private void NameClasses()
    {
        foreach (Entry entry in _entries.OrderBy(e => e.Name.Count(c => c == '.')).ThenBy(e => e.Name, StringComparer.Ordinal))
            NameClass(entry);
    }

    private void NameClass(Entry entry)
    {
        string name = ClassName(LastPart(entry.Name));
        if (!_classNames.TryClaim(name))
        {
            string[] parts = entry.Name.Split('.');
            string qualified = parts.Length > 1 ? ClassName(Identifiers.Pascal(parts[parts.Length - 2]) + Identifiers.Pascal(parts[parts.Length - 1])) : name;
            name = _classNames.Claim(qualified, "Resource");
        }

        entry.ClassName = name;
        _byClass[name] = entry;
    }

    private static string ClassName(string docName)
    {
        string name = Identifiers.Pascal(docName, "Resource");
        return ImplicitNames.Contains(name) ? name + "Resource" : name;
    }

    private Entry Find(string name, PageModel page, string? linked = null)
    {
        Answer answer = Ask(new Question(QuestionKind.Name, name, linked));
        if (answer.ClassName is { } className)
        {
            Entry found = _byClass[className];
            if (found.IsPlaceholder)
                ReportUnknown(name, page, found);
            else if (answer.ByAlias)
                ReportAlias(name, page, linked, found);
            return found;
        }

        var placeholder = new Entry(name, page) { IsPlaceholder = true };
        Add(placeholder, default);
        NameClass(placeholder);
        ReportUnknown(name, page, placeholder);
        return placeholder;
    }

    private void ReportAlias(string name, PageModel page, string? linked, Entry found)
    {
        _journal?.Aliases.Add((name, page, linked));
        if (_reported.Add((page.Path, name)))
            _linker.Report(Rules.TypeByAlias, page.Path, AnchorKeys.Type(name), name, found.Name);
    }

    private void ReportUnknown(string name, PageModel page, Entry placeholder)
    {
        // The placeholder belongs to the first page that asks for it, so that it isn't one group's alone.
        if (_journal is { } journal)
            journal.IsRepeatable = false;
        if (!_reported.Add((page.Path, placeholder.ClassName)))
            return;
        placeholder.Suggestion ??= Suggestion.For(LastPart(name), _entries.Where(e => !e.IsPlaceholder).Select(e => LastPart(e.Name)));
        _linker.Report(Rules.UnknownType, page.Path, AnchorKeys.Type(name), name, placeholder.Suggestion, placeholder.ClassName);
    }

    private Entry? Lookup(string name, out bool byAlias)
    {
        byAlias = false;
        if (_byName.TryGetValue(name, out Entry? entry) || _byLastPart.TryGetValue(LastPart(name), out entry))
        {
            if (!entry.IsPlaceholder)
                return entry;
        }

        if (_byAlias.TryGetValue(name, out Entry? alias) || _byAlias.TryGetValue(LastPart(name), out alias))
        {
            byAlias = true;
            return alias;
        }

        return entry;
    }

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>The base that the annotation names; one that nothing defines is reported and left out.</summary>
    private Entry? BaseOf(Entry entry)
    {
        if (entry.Resource?.Base is not { } name)
            return null;
        if (Lookup(name, out _) is { Resource: not null } found && found != entry)
            return found;
        if (_reported.Add((entry.Page.Path, "base " + name)))
        {
            string hint = Lookup(name, out _) == entry
                ? "; a type can't be its own base"
                : Suggestion.For(LastPart(name), _entries.Where(e => e.Resource is not null && e != entry).Select(e => LastPart(e.Name)));
            _linker.Report(Rules.UnknownBase, entry.Page.Path, AnchorKeys.Type(name), name, entry.Name, hint);
        }

        return null;
    }

    /// <summary>The annotation is right, unless the prose names a type nearer by, which itself inherits from the annotation's.</summary>
    private Entry? NearestBase(Entry entry, Entry? stated, Entry? told) =>
        stated is null || (told is not null && told != stated && Says(told, stated) && !Says(told, entry)) ? told : stated;

    /// <summary>
    /// Of the types that the prose says a type inherits from, the one that none of the others inherits from: its base. Prose
    /// names grandparents too.
    /// </summary>
    private Entry? BaseByProse(Entry entry)
    {
        if (entry.Resource is not { Ancestors.IsEmpty: false } resource)
            return null;
        Entry[] ancestors = [.. resource.Ancestors.Select(a => Lookup(a, out _)).OfType<Entry>()
            .Where(e => e.Resource is not null && e != entry).Distinct().Take(MaxAncestors)];
        return ancestors.FirstOrDefault(a => ancestors.All(other => other == a || !Says(other, a))) ?? ancestors.FirstOrDefault();
    }

    /// <summary>Whether the pages of <paramref name="entry"/> say that it inherits from <paramref name="ancestor"/>.</summary>
    private bool Says(Entry entry, Entry ancestor)
    {
        var seen = new HashSet<Entry>();
        var open = new Stack<Entry>([entry]);
        while (open.Count > 0 && seen.Count < MaxLevels * MaxAncestors)
        {
            Entry next = open.Pop();
            if (next.Resource is not { } resource || !seen.Add(next))
                continue;
            foreach (string name in resource.Base is { } stated ? resource.Ancestors.Append(stated) : resource.Ancestors)
            {
                if (Lookup(name, out _) is not { } found)
                    continue;
                if (found == ancestor)
                    return true;
                open.Push(found);
            }
        }

        return false;
    }

    private void LinkBases()
    {
        foreach (Entry entry in _entries)
            entry.Base = NearestBase(entry, BaseOf(entry), BaseByProse(entry));
        foreach (Entry entry in _entries)
            CutBases(entry);
        foreach (Entry entry in _entries)
        {
            foreach (Entry ancestor in entry.Bases)
                ancestor.Derived.Add(entry);
        }
    }

    /// <summary>
    /// A chain of bases that leads back to itself ends before it does, and one of more levels than C# could use ends there:
    /// each type is listed with every base.
    /// </summary>
    private void CutBases(Entry entry)
    {
        var seen = new HashSet<Entry>();
        for (Entry next = entry; next.Base is { } above; next = above)
        {
            seen.Add(next);
            bool isCircle = seen.Contains(above);
            if (!isCircle && seen.Count <= MaxLevels)
                continue;
            _linker.Report(Rules.BaseLeftOut, next.Page.Path, AnchorKeys.Resource(next.Name), above.Name, next.Name,
                isCircle ? $"the bases of '{above.Name}' lead back to '{next.Name}'" : $"a type has at most {MaxLevels} levels of bases");
            next.Base = null;
            return;
        }
    }

    /// <summary>A member that a page calls inherited belongs to the ancestor, also where the ancestor's own page forgets it.</summary>
    private void MoveInherited()
    {
        foreach (Entry entry in _entries.ToArray())
        {
            foreach (MemberDefinition member in entry.Members.Values)
            {
                if (member.InheritedFrom is not { } name || Lookup(name, out _) is not { Resource: not null } ancestor)
                    continue;
                if (ancestor != entry && entry.Is(ancestor) && ancestor.MemberOf(member.Name) is null)
                    ancestor.Members.Add(member.Name, member with { InheritedFrom = null });
            }
        }
    }

    /// <summary>
    /// What every example of a type shows, on two pages or more, the service sends: a member, though no table has it. Not of an open
    /// type, whose examples show a user's own members, nor of a base, whose examples show those of derived types.
    /// </summary>
    private void AddShown(PageModel[] pages)
    {
        var shown = new Dictionary<Entry, (int Pages, Dictionary<string, (MemberDefinition Member, int Pages)> Members)>();
        foreach (PageModel page in pages)
        {
            foreach (ShownType type in page.Shown)
            {
                if (Lookup(type.Name, out _) is not { Resource: { IsOpen: false, Members.IsEmpty: false }, Derived.Count: 0 } entry)
                    continue;
                if (!shown.TryGetValue(entry, out var known))
                    known = (0, new Dictionary<string, (MemberDefinition, int)>(StringComparer.Ordinal));
                foreach (MemberDefinition member in type.Members)
                {
                    if (entry.MemberOf(member.Name) is null)
                        known.Members[member.Name] = known.Members.TryGetValue(member.Name, out var seen) ? (seen.Member, seen.Pages + 1) : (member, 1);
                }

                shown[entry] = (known.Pages + 1, known.Members);
            }
        }

        foreach (Entry entry in _entries.Where(shown.ContainsKey))
        {
            (int count, Dictionary<string, (MemberDefinition Member, int Pages)> members) = shown[entry];
            // Of a value that is never shown nothing is known but what other pages say of its name.
            var untyped = new DocType(TypeKind.Json);
            MemberDefinition[] common = [.. members.Values.Where(m => count > 1 && m.Pages == count).Select(m => m.Member)
                .Where(m => m.Type != untyped || AgreedType(m.Name) is not null).OrderBy(m => m.Name, StringComparer.Ordinal)];
            foreach (MemberDefinition member in common)
            {
                bool isNamed = member.Type.Shape is null && AgreedType(member.Name) is { } agreed && (member.Type == untyped || agreed.Rank == member.Type.Rank);
                if (!entry.Members.ContainsKey(member.Name))
                    entry.Members.Add(member.Name, isNamed ? member with { Type = AgreedType(member.Name)! } : member);
            }

            if (common.Length > 0)
                _linker.Report(Rules.InExamplesOnly, entry.Page.Path, AnchorKeys.Resource(entry.Name), entry.Name, string.Join(", ", common.Select(m => m.Name)));
        }
    }

    /// <summary>The type that nine in ten documented members of a name have, of three or more; else null.</summary>
    private DocType? AgreedType(string member)
    {
        if (!_agreed.TryGetValue(member, out DocType? type))
        {
            type = TypesByMember().TryGetValue(member, out List<DocType>? types) ? MostCommon(types) : null;
            _agreed.Add(member, type);
        }

        return type;
    }

    /// <summary>The types that the pages give to the members of each name.</summary>
    private Dictionary<string, List<DocType>> TypesByMember()
    {
        if (_typesByMember is not null)
            return _typesByMember;
        _typesByMember = new Dictionary<string, List<DocType>>(StringComparer.OrdinalIgnoreCase);
        foreach (MemberDefinition member in _entries.SelectMany(e => e.Members.Values).Where(m => m.Type.Shape is null))
        {
            if (!_typesByMember.TryGetValue(member.Name, out List<DocType>? types))
                _typesByMember.Add(member.Name, types = []);
            types.Add(member.Type);
        }

        return _typesByMember;
    }

    private static DocType? MostCommon(List<DocType> types)
    {
        if (types.Count < 3)
            return null;
        var common = types.GroupBy(t => (t.Kind, (t.Name is { } name ? LastPart(name) : "").ToLowerInvariant(), t.Rank)).OrderByDescending(g => g.Count()).First();
        return common.Count() * 10 >= types.Count * 9 ? common.First() : null;
    }

    private void Emit(Entry entry)
    {
        if (entry.Enum is { } definition)
        {
            _files.Add(entry.ClassName, entry.Page.Path,
                ToEnum(entry.ClassName, definition.IsFlags, definition.Members, definition.Summary, new DocOrigin(entry.Page.Path, definition.Heading), entry.Name), owns: true);
            return;
        }

        _files.Add(entry.ClassName, entry.Page.Path, entry.Resource is { } resource ? TypeOf(resource, entry) : ToType(entry), owns: !entry.IsPlaceholder);
    }

    /// <summary>The type of a resource: that of last time where everything it rests on is as it was.</summary>
    private StructuredType TypeOf(ResourceDefinition resource, Entry entry)
    {
        TypeMemo? memo = Types.Of(resource);
        object[] parts = [.. PartsOf(entry)];
        if (memo is not null && memo.Parts.SequenceEqual(parts) && Repeat(memo.Journal))
            return memo.Type;
        Journal journal = StartJournal();
        StructuredType type = ToType(entry);
        EndJournal();
        // Also where it can't be repeated the very type is handed on, so that whoever asks need compare no members.
        type = memo is not null && memo.Type.Equals(type) ? memo.Type : type;
        bool isAlone = journal.IsRepeatable && journal.Types.Count + journal.Enums.Count == 0;
        Types.Set(resource, new TypeMemo(isAlone ? parts : [], journal, type));
        return type;
    }

    /// <summary>What a type is made of, apart from what it asks about others.</summary>
    private static IEnumerable<object> PartsOf(Entry entry)
    {
        yield return entry.Page;
        foreach (DocOrigin origin in entry.Origins)
            yield return origin;
        foreach (Entry part in entry.WithBases)
        {
            yield return part.ClassName;
            foreach (MemberDefinition member in part.Members.Values)
                yield return member;
        }

        foreach (Entry derived in entry.Derived)
            yield return (derived.Name, derived.ClassName);
    }

    private StructuredType ToType(Entry entry)
    {
        var scope = new NameScope(ReservedNames.ResourceMembers, entry.ClassName);
        foreach (MemberDefinition member in entry.Bases.SelectMany(ancestor => ancestor.Members.Values))
            scope.TryClaim(Identifiers.Annotation(member.Name));

        IEnumerable<Property> properties = entry.Members.Values
            .Where(m => entry.Base?.MemberOf(m.Name) is null)
            .OrderBy(m => m.Name, StringComparer.Ordinal)
            .Select(m => ToProperty(entry, m, scope));
        return new StructuredType(
            entry.Name,
            entry.ClassName,
            entry.Base?.ClassName,
            entry.Resource?.IsAbstract ?? false,
            entry.Resource?.IsOpen ?? true,
            entry.IsPlaceholder,
            properties.OrderBy(p => p.Name, StringComparer.Ordinal).ToEquatableArray(),
            entry.Derived.OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => new DerivedType(d.Name, d.ClassName)).ToEquatableArray(),
            entry.Resource?.Summary,
            entry.Origins.ToEquatableArray(),
            entry.Resource?.Deprecation);
    }

    private Property ToProperty(Entry entry, MemberDefinition member, NameScope scope)
    {
        string wanted = Identifiers.Annotation(member.Name);
        string name = scope.Claim(wanted, "Value");
        if (name != wanted && !name.Equals(entry.ClassName + "Value", StringComparison.Ordinal))
            ReportClash(entry, member, wanted, name);
        TypeRef type = member.Type.Kind == TypeKind.String && MemberValues(entry, member) is { IsEmpty: false } values
            ? EnumOf(entry.ClassName, entry.Page, entry.ClassName, wanted, member, values, entry.Resource?.Heading)
            : Resolve(member.Type, entry.Page, entry.ClassName, wanted);
        return new Property(member.Name, name, type, member.Summary, member.Deprecation);
    }

    private void ReportClash(Entry entry, MemberDefinition member, string wanted, string name)
    {
        if (_journal is { } journal)
            journal.IsRepeatable = false;
        _linker.Report(Rules.NameClash, entry.Page.Path, AnchorKeys.Resource(entry.Name), member.Name, entry.Name, wanted, name);
    }

    /// <summary>The values that make a string an enum: a table named after the member, or alternatives in the JSON.</summary>
    private static EquatableArray<EnumMemberDefinition> MemberValues(Entry entry, MemberDefinition member)
    {
        EnumDefinition? table = entry.Page.Enums.FirstOrDefault(e => e.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
        return table?.Members ?? member.Values;
    }

    private string AddShape(Shape shape, PageModel page, string owner, string member)
    {
        string name = ClaimClass(owner + member, "Shape");
        var scope = new NameScope(ReservedNames.ResourceMembers, name);
        List<Property> properties = [];
        foreach (MemberDefinition m in shape.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            string wanted = Identifiers.Annotation(m.Name);
            properties.Add(new Property(m.Name, scope.Claim(wanted, "Value"), Resolve(m.Type, page, name, wanted), m.Summary));
        }

        _shapeFiles.TryGetValue(owner, out string? file);
        file ??= owner;
        _shapeFiles[name] = file;
        var type = new StructuredType(
            null, name, null, IsAbstract: false, IsOpen: true, IsPlaceholder: false,
            properties.OrderBy(p => p.Name, StringComparer.Ordinal).ToEquatableArray(), default, null,
            EquatableArray.Of(new DocOrigin(page.Path, null)));
        _files.Add(file, page.Path, type, owns: false);
        _journal?.Types.Add((file, page.Path, type));
        return name;
    }

    /// <summary>Says that shapes named after <paramref name="owner"/> belong into <paramref name="file"/>.</summary>
    public void PlaceShapes(string owner, string file)
    {
        _shapeFiles[owner] = file;
        _journal?.Shapes.Add((owner, file));
    }

    private static EnumType ToEnum(string name, bool isFlags, EquatableArray<EnumMemberDefinition> members, DocText? summary, DocOrigin origin, string? docName = null)
    {
        var scope = new NameScope(ReservedNames.EnumMembers, name);
        return new EnumType(
            name, isFlags,
            members.Select(m => new EnumMember(m.Value, scope.Claim(Identifiers.Pascal(m.Value, "Empty"), "Value"), m.Summary)).ToEquatableArray(),
            summary, EquatableArray.Of(origin), docName);
    }

    /// <summary>From here on everything that is asked and left is written down.</summary>
    public Journal StartJournal() => _journal = new Journal();

    public void EndJournal() => _journal = null;

    /// <summary>Leaves everything once more that a journal says was left, if every answer in it is still right; else nothing.</summary>
    public bool Repeat(Journal journal)
    {
        foreach ((Question question, Answer answer) in journal.Answers)
        {
            if (AnswerTo(question) != answer)
                return false;
        }

        for (int i = 0; i < journal.Claims.Count; i++)
        {
            (string wanted, string suffix, string expected) = journal.Claims[i];
            string got = _classNames.Claim(wanted, suffix);
            if (got == expected)
                continue;
            _classNames.Release(got);
            foreach ((_, _, string claimed) in journal.Claims.Take(i))
                _classNames.Release(claimed);
            return false;
        }

        foreach ((string owner, string file) in journal.Shapes)
            PlaceShapes(owner, file);
        foreach ((string name, PageModel page, string? linked) in journal.Aliases)
            Find(name, page, linked);
        foreach ((string file, string page, StructuredType type) in journal.Types)
        {
            _shapeFiles[type.Name] = file;
            _files.Add(file, page, type, owns: false);
        }

        foreach ((string file, string page, EnumType type) in journal.Enums)
            _files.Add(file, page, type);
        return true;
    }

    private Answer Ask(Question question)
    {
        Answer answer = AnswerTo(question);
        _journal?.Answers.Add((question, answer));
        return answer;
    }

    private Answer AnswerTo(Question question) => question.Kind switch
    {
        QuestionKind.Name => Known(question.Subject, question.Detail),
        QuestionKind.HasMember => new Answer(null, IsTrue: Class(question.Subject)?.MemberOf(question.Detail!) is not null),
        QuestionKind.Member => new Answer(null, Member: Class(question.Subject)?.MemberOf(question.Detail!)),
        QuestionKind.IsAncestor => new Answer(null, IsTrue: Class(question.Subject) is { } entry && entry.WithBases.Any(e => e.ClassName == question.Detail)),
        QuestionKind.Object => new Answer(Unnamed(question.Subject, question.Detail!.Split('\n'))?.ClassName),
        QuestionKind.Word => new Answer(null, IsTrue: IsWord(question.Subject, question.Detail!)),
        QuestionKind.Job => new Answer(JobType(question.Subject)?.ClassName),
        QuestionKind.CommonBase => new Answer(CommonBase([.. question.Subject.Split(' ').Select(name => _byClass[name])])?.ClassName),
        _ => new Answer(EnumOf(question.Subject, question.Values)?.ClassName),
    };

    private bool IsWord(string name, string linked) =>
        Lookup(name, out _) is null or { IsPlaceholder: true } && _pages.Value.TryGetValue(linked, out PageModel? page) && page.Resources.IsEmpty && page.Enums.IsEmpty;

    private Entry? JobType(string page)
    {
        DocType? job = _pages.Value.TryGetValue(page, out PageModel? found)
            ? found.Operations.Where(o => o.HttpMethod == "GET").SelectMany(o => o.Responses).Select(r => r.Body).FirstOrDefault(b => b is { IsNamed: true, Rank: 0 })
            : null;
        return job is not null && Lookup(job.Name!, out _) is { Resource: not null } entry ? entry : null;
    }

    private Answer Known(string name, string? linked)
    {
        Entry? known = Lookup(name, out bool byAlias);
        if (known is null or { IsPlaceholder: true } && linked is not null && _byPage.TryGetValue(linked, out Entry? only) && only is not null)
        {
            // The page that the name links to defines one resource: that is what is meant, whatever it is called here.
            known = only;
            byAlias = true;
        }

        return known is null
            ? default
            : new Answer(known.ClassName, IsEnum: known.Enum is not null, IsResource: known.Resource is not null, ByAlias: byAlias, IsPlaceholder: known.IsPlaceholder);
    }

    private Entry? Class(string name) => _byClass.TryGetValue(name, out Entry? entry) ? entry : null;

    private sealed class Entry(string name, PageModel page)
    {
        public string Name { get; } = name;

        public PageModel Page { get; } = page;

        public string ClassName { get; set; } = "";

        public ResourceDefinition? Resource { get; init; }

        public EnumDefinition? Enum { get; set; }

        public bool IsPlaceholder { get; init; }

        /// <summary>What a placeholder's name may have been meant to be.</summary>
        public string? Suggestion { get; set; }

        public Entry? Base { get; set; }

        /// <summary>Its base, that one's base, and so on.</summary>
        public IEnumerable<Entry> Bases
        {
            get
            {
                for (Entry? next = Base; next is not null; next = next.Base)
                    yield return next;
            }
        }

        public IEnumerable<Entry> WithBases => Bases.Prepend(this);

        /// <summary>Whether it is the other, or inherits from it.</summary>
        public bool Is(Entry other)
        {
            for (Entry? next = this; next is not null; next = next.Base)
            {
                if (next == other)
                    return true;
            }

            return false;
        }

        /// <summary>A member, its own or inherited, by name without case.</summary>
        public MemberDefinition? MemberOf(string name)
        {
            for (Entry? next = this; next is not null; next = next.Base)
            {
                if (next.Members.TryGetValue(name, out MemberDefinition? member))
                    return member;
            }

            return null;
        }

        public List<Entry> Derived { get; } = [];

        public bool HasValues(EquatableArray<EnumMemberDefinition> values)
        {
            var known = new HashSet<string>(Enum!.Members.Select(m => m.Value), StringComparer.OrdinalIgnoreCase);
            return values.All(v => known.Contains(v.Value));
        }

        /// <summary>Values that another place lists are values too.</summary>
        public void AddValues(EquatableArray<EnumMemberDefinition> values)
        {
            if (Enum is not { } definition)
                return;
            var known = new HashSet<string>(definition.Members.Select(m => m.Value), StringComparer.OrdinalIgnoreCase);
            EnumMemberDefinition[] more = [.. values.Where(v => known.Add(v.Value))];
            if (more.Length > 0)
                Enum = definition with { Members = definition.Members.Concat(more).ToEquatableArray() };
        }

        /// <summary>By name without case, in the order of the page.</summary>
        public Dictionary<string, MemberDefinition> Members { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<DocOrigin> Origins { get; } = [new DocOrigin(page.Path, null)];
    }
}
