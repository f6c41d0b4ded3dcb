using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// What the pages of a set define of types, to compare two links of the set by: an answer that rests on nothing which has changed
/// need not be asked for again.
/// </summary>
internal sealed class TypeFacts
{
    private readonly PageModel[] _pages;
    private readonly TypeFact[] _types;

    /// <param name="types">All that pages define, each at its place, with their classes and bases.</param>
    /// <param name="earlier">Facts of the set as it was, which what is unchanged is shared with.</param>
    public TypeFacts(PageModel[] pages, IReadOnlyList<TypeEntry> types, TypeFacts? earlier)
    {
        _pages = pages;
        _types = new TypeFact[types.Count];
        TypeFact[]? known = earlier?._types.Length == types.Count ? earlier._types : null;
        foreach (TypeEntry type in types)
            FactOf(type, known);
    }

    /// <summary>What has changed since other facts of the set.</summary>
    public TypeChanges ChangesSince(TypeFacts earlier)
    {
        var changes = new TypeChanges();
        if (earlier._pages.Length != _pages.Length || earlier._types.Length != _types.Length)
            return TypeChanges.Everything;
        for (int i = 0; i < _pages.Length; i++)
        {
            if (!ReferenceEquals(_pages[i], earlier._pages[i]) && !changes.TryAdd(earlier._pages[i], _pages[i]))
                return TypeChanges.Everything;
        }

        for (int i = 0; i < _types.Length; i++)
        {
            if (!ReferenceEquals(_types[i], earlier._types[i]) && !changes.TryAdd(earlier._types[i], _types[i]))
                return TypeChanges.Everything;
        }

        return changes;
    }

    /// <summary>Bases go first: a type with a base that has changed has changed too.</summary>
    private TypeFact FactOf(TypeEntry type, TypeFact[]? known)
    {
        if (_types[type.Place] is { } fact)
            return fact;
        TypeFact? above = type.Base is { } parent ? FactOf(parent, known) : null;
        return _types[type.Place] = known?[type.Place] is { } before && before.IsOf(type, above) ? before : new TypeFact(type, above);
    }
}

/// <summary>One type among the <see cref="TypeFacts"/>. That it is the very same object says that the type has not changed.</summary>
internal sealed class TypeFact(TypeEntry type, TypeFact? parent)
{
    private readonly DocOrigin[] _origins = [.. type.Origins];
    private readonly int _defined = type.DefinedMembers;

    public string Name { get; } = type.Name;

    public string ClassName { get; } = type.ClassName;

    public PageModel Page { get; } = type.Page;

    public ResourceDefinition? Resource { get; } = type.Resource;

    public EnumDefinition? Enum { get; } = type.Enum;

    public TypeFact? Base { get; } = parent;

    /// <summary>Its own members, by name without case.</summary>
    public IReadOnlyDictionary<string, MemberDefinition> Members { get; } = type.ByName;

    /// <summary>Whether the type, or a base of it, has a member of the name.</summary>
    public bool Has(string member)
    {
        for (TypeFact? next = this; next is not null; next = next.Base)
        {
            if (next.Members.ContainsKey(member))
                return true;
        }

        return false;
    }

    public bool IsOf(TypeEntry entry, TypeFact? above) =>
        ReferenceEquals(Base, above) && ReferenceEquals(Page, entry.Page) && ReferenceEquals(Resource, entry.Resource)
        && Name == entry.Name && ClassName == entry.ClassName && Equals(Enum, entry.Enum)
        && _defined == entry.DefinedMembers && (ReferenceEquals(Members, entry.ByName) || Members.Values.SequenceEqual(entry.Members))
        && (_origins.Length == 1 ? entry.Origins.Count == 1 : _origins.SequenceEqual(entry.Origins));
}

/// <summary>What differs between two links of a set, as far as answers about types rest on it.</summary>
internal sealed class TypeChanges
{
    /// <summary>Other pages, names or bases: nothing is as it was.</summary>
    public static readonly TypeChanges Everything = new();

    /// <summary>Beyond so many changed types it costs less to ask again.</summary>
    private const int MaxTypes = 100;

    private readonly HashSet<string> _classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TypeFact> _types = [];
    private readonly HashSet<string> _pages = new(StringComparer.OrdinalIgnoreCase);
    private bool _haveEnums;
    private bool _haveMethods;

    /// <summary>Every type has the name, class, page and base that it had.</summary>
    public bool AreLocal => this != Everything;

    /// <summary>Whether neither the class nor a base of it has changed, and none that inherits from it came or went.</summary>
    public bool Spare(string className) => AreLocal && !_classes.Contains(className);

    /// <summary>Whether the answer to a question is still what it was.</summary>
    public bool Spare(in Question question) => AreLocal && question.Kind switch
    {
        QuestionKind.Name or QuestionKind.Word or QuestionKind.IsAncestor or QuestionKind.CommonBase => true,
        QuestionKind.HasMember or QuestionKind.Member => !_classes.Contains(question.Subject),
        QuestionKind.Object => !_members.Contains(question.Subject) && !MayBe(question.Detail!.Split('\n')),
        QuestionKind.Enum => !_haveEnums,
        QuestionKind.Job => !_pages.Contains(question.Subject),
        QuestionKind.Method => !_haveMethods,
        _ => false,
    };

    /// <summary>Whether an object of these members may be, or have been, one of what has changed: it has three in four of them.</summary>
    private bool MayBe(string[] shown) => _types.Exists(type => shown.Count(type.Has) * 4 >= shown.Length * 3);

    /// <summary>Whether a page is where it was, and defines as many types.</summary>
    public bool TryAdd(PageModel before, PageModel now)
    {
        _pages.Add(now.Path);
        _haveMethods |= before.Methods != now.Methods;
        return before.Path == now.Path && before.Resources.Count == now.Resources.Count && before.Enums.Count == now.Enums.Count;
    }

    /// <summary>Whether a type goes by the names that it went by, and inherits from the same one.</summary>
    public bool TryAdd(TypeFact before, TypeFact now)
    {
        _classes.Add(now.ClassName);
        _members.UnionWith(before.Members.Keys.Concat(now.Members.Keys));
        _types.AddRange([before, now]);
        _haveEnums |= now.Enum is not null;
        return _classes.Count <= MaxTypes && before.Name == now.Name && before.ClassName == now.ClassName && before.Page.Path == now.Page.Path
            && before.Base?.ClassName == now.Base?.ClassName && before.Enum is null == now.Enum is null
            && before.Resource is null == now.Resource is null && before.Resource?.Aliases == now.Resource?.Aliases;
    }
}
