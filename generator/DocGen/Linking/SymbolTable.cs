using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>
/// An immutable table of all documented types of a doc set. Returns the value of a <see cref="SymbolKey"/>. Each index
/// is built when a key needs it for the first time.
/// </summary>
internal sealed class SymbolTable
{
    private readonly TypeIndex _index;
    private readonly MemberTypes _memberTypes;
    private readonly AddressedTypes _addressed;
    private readonly Dictionary<string, TypeSymbol> _byClass = new(StringComparer.Ordinal);
    private readonly PageModel[] _pages;
    private readonly Lazy<PagePlaces> _places;
    private readonly Lazy<MethodTable> _methods;
    private readonly Lazy<Dictionary<int, List<TypeSymbol>>> _bySize;
    private readonly Lazy<Dictionary<string, List<TypeSymbol>>> _enumsByValue;
    private readonly Lazy<Dictionary<string, List<TypeSymbol>>> _byMember;

    public SymbolTable(PageModel[] pages, TypeHierarchy types, MemberTypes memberTypes, ExampleEvidence evidence,
        AddressedTypes addressed, string[] classNames, LinkCache cache)
    {
        _addressed = addressed;
        _index = types.Index;
        _memberTypes = memberTypes;
        Types = Symbols(types, evidence, classNames);
        foreach (TypeSymbol type in Types)
            _byClass.Add(type.ClassName, type);
        _pages = pages;
        _places = new Lazy<PagePlaces>(() => cache.PlacesOf(pages));
        _methods = new Lazy<MethodTable>(() => cache.MethodsOf(pages));
        _bySize = new Lazy<Dictionary<int, List<TypeSymbol>>>(BySize);
        _enumsByValue = new Lazy<Dictionary<string, List<TypeSymbol>>>(EnumsByValue);
        _byMember = new Lazy<Dictionary<string, List<TypeSymbol>>>(ByMember);
    }

    /// <summary>The types: resources, then enums, in the order of the pages.</summary>
    public IReadOnlyList<TypeSymbol> Types { get; }

    /// <summary>Returns the value of a key. For keys about class names, use <see cref="ClassNames.ValueOf"/>.</summary>
    public SymbolValue ValueOf(SymbolKey key) => key.Kind switch
    {
        SymbolKind.Type => TypeOf(key.Subject, key.Detail),
        SymbolKind.HasMember => new SymbolValue(null, IsTrue: Class(key.Subject)?.MemberOf(key.Detail!) is not null),
        SymbolKind.Member => new SymbolValue(null, Member: Class(key.Subject)?.MemberOf(key.Detail!)),
        SymbolKind.IsAncestor =>
            new SymbolValue(null, IsTrue: Class(key.Subject) is { } type && Class(key.Detail!) is { } ancestor
                && type.Is(ancestor)),
        SymbolKind.IsQualified => new SymbolValue(null, IsTrue: Class(key.Subject)?.Definition.Name.IndexOf('.') > 0),
        SymbolKind.HasBase =>
            new SymbolValue(null, IsTrue: Class(key.Subject) is { Base.IsRoot: false } type
                && type.Definition.Name.IndexOf('.') > 0),
        SymbolKind.CommonBase => CommonBase(key.Subject.Split(' ')),
        SymbolKind.UnnamedObject => new SymbolValue(UnnamedObject(key.Subject, key.Detail!.Split('\n'))?.ClassName),
        SymbolKind.ShownObject => new SymbolValue(ShownObject(key.Subject, key.Detail!.Split('\n'))?.ClassName),
        SymbolKind.Word => new SymbolValue(null, IsTrue: IsWord(key.Subject, key.Detail!)),
        SymbolKind.Job => new SymbolValue(JobOf(key.Subject)?.ClassName),
        SymbolKind.Method => ReturnedBy(key.Subject),
        SymbolKind.Spelling => new SymbolValue(null, Alias: _index.Spelling(key.Subject)),
        SymbolKind.Addressed => Addressed(key.Subject),
        SymbolKind.Enum => new SymbolValue(EnumOf(key.Subject, key.Values)?.ClassName),
        SymbolKind.Family => new SymbolValue(Resource(key.Subject)?.Family.ClassName),
        _ => throw new InvalidOperationException($"{key.Kind} is not a key for documented types."),
    };

    private static TypeSymbol[] Symbols(TypeHierarchy types, ExampleEvidence evidence, string[] classNames)
    {
        var symbols = new TypeSymbol[types.Count];
        var derived = new List<TypeSymbol>?[types.Count];
        for (int type = 0; type < symbols.Length; type++)
        {
            TypeSymbol symbol = Symbol(type);
            for (int ancestor = types.BaseOf(type); ancestor != TypeHierarchy.NoBase; ancestor = types.BaseOf(ancestor))
                (derived[ancestor] ??= []).Add(symbol);
        }

        for (int type = 0; type < symbols.Length; type++)
        {
            if (derived[type] is { } inheriting)
                symbols[type].SetDerived(inheriting);
        }

        return symbols;

        // Recursion is safe: BaseLinker limits the levels of bases.
        TypeSymbol Symbol(int type) => symbols[type] ??= new TypeSymbol(
            types.Index.Types[type], classNames[type],
            types.BaseOf(type) is not TypeHierarchy.NoBase and var parent ? Symbol(parent) : null,
            evidence.Members[type]);
    }

    private TypeSymbol? Class(string name) => _byClass.TryGetValue(name, out TypeSymbol? type) ? type : null;

    private SymbolValue TypeOf(string name, string? linked)
    {
        int? place = _index.PlaceOf(name, out bool byAlias);
        if (linked is not null && _index.OnlyOf(linked) is { } only && only != place
            && (place is null || IsShortFor(name, only)))
        {
            // The linked page defines exactly one resource, so the name means that resource, even if the resource has
            // another name.
            (place, byAlias) = (only, true);
        }

        return place is not { } found ? default : new SymbolValue(
            Types[found].ClassName, IsEnum: Types[found].IsEnum, IsResource: Types[found].IsResource,
            Alias: byAlias ? Types[found].Definition.Name : null);
    }

    /// <summary>
    /// Whether the name is a part of the type's name. For example, <c>[message](chatmessage.md)</c> is a chatMessage,
    /// even if the docs also define a type named message.
    /// </summary>
    private bool IsShortFor(string name, int type) =>
        Types[type].Definition.LastPart.IndexOf(TypeIndex.LastPart(name), StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>
    /// Returns the nearest common base of the classes. A placeholder has no documented base, so it has none in common
    /// with another class.
    /// </summary>
    private SymbolValue CommonBase(string[] classes)
    {
        if (classes.Distinct(StringComparer.Ordinal).Count() == 1)
            return new SymbolValue(classes[0], IsEnum: Class(classes[0])?.IsEnum ?? false);
        TypeSymbol?[] types = [.. classes.Select(Class)];
        return types[0]?.WithBases.FirstOrDefault(
            candidate => Array.TrueForAll(types, t => t is not null && t.Is(candidate))) is { } common
            ? new SymbolValue(common.ClassName, IsEnum: common.IsEnum) : default;
    }

    /// <summary>
    /// Returns the resource that matches an unnamed object: the type that most members with this name have, if that
    /// type has at least 75% of the object's members; else the only resource with exactly these members; else null.
    /// </summary>
    private TypeSymbol? UnnamedObject(string member, string[] shown)
    {
        if (_memberTypes.AgreedFor(member) is { IsNamed: true, Rank: 0 } type && Resource(type.Name!) is { } agreed
            && Thresholds.LikeMembers.IsReached(
                shown.Count(name => agreed.MemberOf(name) is not null), shown.Length))
        {
            return agreed;
        }

        if (shown.Length < Thresholds.ObjectMembers
            || !_bySize.Value.TryGetValue(shown.Length, out List<TypeSymbol>? sized))
            return null;
        List<TypeSymbol> alike = sized.FindAll(
            candidate => Array.TrueForAll(shown, name => candidate.MemberOf(name) is not null));
        return alike.Count == 1 ? alike[0] : null;
    }

    /// <summary>
    /// Returns the resource with the member's name, if it has all members of the object. Else returns the only resource
    /// that has them all, provided that the object has at least five members, or at least half of that resource's
    /// members. Else returns null.
    /// </summary>
    private TypeSymbol? ShownObject(string member, string[] shown)
    {
        if (member.Length > 0 && shown.Length > 1 && Resource(Inflection.Singular(member)) is { } named
            && Array.TrueForAll(shown, name => named.MemberOf(name) is not null))
            return named;
        if (shown.Length < Thresholds.ObjectMembers)
            return null;
        TypeSymbol? found = null;
        // Search only the resources with the rarest member, which are the fewest candidates.
        List<TypeSymbol>? having = null;
        foreach (string name in shown)
        {
            if (!_byMember.Value.TryGetValue(name, out List<TypeSymbol>? types))
                return null;
            having = having is null || types.Count < having.Count ? types : having;
        }

        foreach (TypeSymbol candidate in having!)
        {
            bool isMost = shown.Length >= Thresholds.CertainMembers
                || Thresholds.OwnMembers.IsReached(shown.Length, candidate.Members.Count);
            if (!isMost || candidate.Definition.Name == ErrorBodies.TypeName
                || !Array.TrueForAll(shown, name => candidate.MemberOf(name) is not null))
                continue;
            if (found is not null)
                return null;
            found = candidate;
        }

        return found;
    }

    private Dictionary<string, List<TypeSymbol>> ByMember()
    {
        var byMember = new Dictionary<string, List<TypeSymbol>>(StringComparer.OrdinalIgnoreCase);
        foreach (TypeSymbol type in Types.Where(type => type.IsResource))
        {
            foreach (MemberDefinition member in type.Members.All)
            {
                if (!byMember.TryGetValue(member.Name, out List<TypeSymbol>? having))
                    byMember.Add(member.Name, having = []);
                having.Add(type);
            }
        }

        return byMember;
    }

    private TypeSymbol? Resource(string name) =>
        _index.PlaceOf(name, out _) is { } place && Types[place].IsResource ? Types[place] : null;

    /// <summary>Whether no type has the name, and the name links to a page that defines no type.</summary>
    private bool IsWord(string name, string linked) =>
        _index.PlaceOf(name, out _) is null
            && _places.Value.Find(linked, _pages) is { Resources.IsEmpty: true, Enums.IsEmpty: true };

    private TypeSymbol? JobOf(string page)
    {
        DocType? job = _places.Value.Find(page, _pages) is { } found
            ? found.Operations.Where(o => o.HttpMethod == "GET").SelectMany(o => o.Responses).Select(r => r.Body)
                .FirstOrDefault(b => b is { IsNamed: true, Rank: 0 })
            : null;
        return job is null ? null : Resource(job.Name!);
    }

    private SymbolValue Addressed(string outline) =>
        _addressed.At(outline, trustsVaried: true) is { } found && Resource(found.Type.Name!) is { } type
            ? new SymbolValue(type.ClassName, IsTrue: found.IsMany)
            : default;

    /// <summary>
    /// Returns the resource that all rows about a page in the method tables name as the return type. The value is true
    /// and has no class if all rows say that the method returns nothing.
    /// </summary>
    private SymbolValue ReturnedBy(string page)
    {
        string? common = null;
        IReadOnlyList<MethodDefinition> rows = _methods.Value.RowsOf(page);
        for (int i = 0; i < rows.Count; i++)
        {
            SymbolValue returned = rows[i].Returns is { } type ? TypeOf(type.Name!, type.Page) : default;
            string? resource = returned.IsResource ? returned.ClassName : null;
            bool isUnclear = !rows[i].IsClear || rows[i].Returns is { Rank: > 0 }
                || (rows[i].Returns is { Page: not null } && resource is null);
            if (isUnclear || (i > 0 && resource != common))
                return default;
            common = resource;
        }

        return rows.Count == 0 ? default : new SymbolValue(common, IsTrue: true);
    }

    /// <summary>
    /// Returns the documented enum that has all these values and the fewest others, or null. One of the two names, the
    /// enum's and the member's, must end with the other.
    /// </summary>
    private TypeSymbol? EnumOf(string singular, EquatableArray<EnumMemberDefinition> values) =>
        !_enumsByValue.Value.TryGetValue(values[0].Value, out List<TypeSymbol>? having) ? null
        : having
            .Where(e => EndsAlike(e.Definition.LastPart, singular)
                && values.All(value => e.Definition.HasValue(value.Value)))
            .OrderBy(e => e.Definition.Enum!.Members.Count).ThenBy(e => e.Definition.Name.Length)
            .ThenBy(e => e.Definition.Name, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>Whether one name ends with the other. For example, recordingStatus ends with status.</summary>
    private static bool EndsAlike(string enumName, string member) =>
        enumName.EndsWith(member, StringComparison.OrdinalIgnoreCase)
            || member.EndsWith(enumName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the resources by number of members, including inherited members.</summary>
    private Dictionary<int, List<TypeSymbol>> BySize()
    {
        var bySize = new Dictionary<int, List<TypeSymbol>>();
        foreach (TypeSymbol type in Types.Where(type => type.IsResource))
        {
            int size = type.WithBases
                .Sum(part => part.Base is { } parent
                    ? part.Members.All.Count(member => parent.MemberOf(member.Name) is null)
                    : part.Members.Count);
            if (!bySize.TryGetValue(size, out List<TypeSymbol>? same))
                bySize.Add(size, same = []);
            same.Add(type);
        }

        return bySize;
    }

    private Dictionary<string, List<TypeSymbol>> EnumsByValue()
    {
        var byValue = new Dictionary<string, List<TypeSymbol>>(StringComparer.OrdinalIgnoreCase);
        foreach (TypeSymbol type in Types.Where(type => type.IsEnum))
        {
            foreach (EnumMemberDefinition member in type.Definition.Enum!.Members)
            {
                if (!byValue.TryGetValue(member.Value, out List<TypeSymbol>? having))
                    byValue.Add(member.Value, having = []);
                having.Add(type);
            }
        }

        return byValue;
    }
}
