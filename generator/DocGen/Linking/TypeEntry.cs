using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Generator.Linking;

/// <summary>A type while it is put together: what pages define by one name, or the placeholder for what they only mention.</summary>
internal sealed class TypeEntry
{
    private Dictionary<string, MemberDefinition> _members;
    private Definition? _shared;
    private int _shown;
    private Additions? _added;
    private List<DocOrigin>? _origins;

    public TypeEntry(string name, PageModel page)
        : this(name, TypeIndex.LastPart(name), page, Definition.None)
    {
    }

    public TypeEntry(PageModel page, ResourceDefinition resource)
        : this(resource.Name, Definition.Of(resource).LastPart, page, Definition.Of(resource)) => Resource = resource;

    private TypeEntry(string name, string lastPart, PageModel page, Definition definition)
    {
        Name = name;
        LastPart = lastPart;
        Page = page;
        _shared = definition;
        _members = definition.Members;
    }

    public string Name { get; }

    /// <summary>The name without its namespace.</summary>
    public string LastPart { get; }

    public PageModel Page { get; }

    /// <summary>Where it stands among the types, from 0.</summary>
    public int Place { get; set; }

    public string ClassName { get; set; } = "";

    public ResourceDefinition? Resource { get; }

    public EnumDefinition? Enum { get; set; }

    public bool IsPlaceholder { get; init; }

    /// <summary>What a placeholder's name may have been meant to be.</summary>
    public string? Suggestion { get; set; }

    public TypeEntry? Base { get; set; }

    /// <summary>Its base, that one's base, and so on.</summary>
    public IEnumerable<TypeEntry> Bases
    {
        get
        {
            for (TypeEntry? next = Base; next is not null; next = next.Base)
                yield return next;
        }
    }

    public IEnumerable<TypeEntry> WithBases => Bases.Prepend(this);

    /// <summary>Whether it is the other, or inherits from it.</summary>
    public bool Is(TypeEntry other)
    {
        for (TypeEntry? next = this; next is not null; next = next.Base)
        {
            if (next == other)
                return true;
        }

        return false;
    }

    /// <summary>What its pages define, and what it was found to have besides, in that order.</summary>
    public Dictionary<string, MemberDefinition>.ValueCollection Members => _members.Values;

    /// <summary>The same by name without case.</summary>
    public IReadOnlyDictionary<string, MemberDefinition> ByName => _members;

    /// <summary>A member of its own, by name without case.</summary>
    public MemberDefinition? Own(string name) => _members.TryGetValue(name, out MemberDefinition? member) ? member : null;

    /// <summary>A member, its own or inherited, by name without case.</summary>
    public MemberDefinition? MemberOf(string name)
    {
        for (TypeEntry? next = this; next is not null; next = next.Base)
        {
            if (next._members.TryGetValue(name, out MemberDefinition? member))
                return member;
        }

        return null;
    }

    /// <summary>Whether its members, and those of its bases, are still the very ones of <paramref name="definitions"/>.</summary>
    public bool IsDefinedBy(object[] definitions)
    {
        TypeEntry? next = this;
        for (int i = 0; i < definitions.Length; i++, next = next.Base)
        {
            if (next is null || !ReferenceEquals(next._shared, definitions[i]))
                return false;
        }

        return next is null;
    }

    /// <summary>What stands for the members of it and of its bases, where one page each defines them all; else null. It keeps no page alive.</summary>
    public object[]? OnlyDefinitions() => WithBases.All(type => type._shared is not null) ? [.. WithBases.Select(type => type._shared!)] : null;

    /// <summary>So many of its members pages define; examples alone show the others.</summary>
    public int DefinedMembers => _members.Count - _shown;

    /// <summary>Adds a member that examples show.</summary>
    public void AddShown(MemberDefinition member)
    {
        Add(member);
        _shown++;
    }

    public void Add(MemberDefinition member)
    {
        if (_shared is not null)
            _members = new Dictionary<string, MemberDefinition>(_members, StringComparer.OrdinalIgnoreCase);
        _shared = null;
        _members.Add(member.Name, member);
    }

    /// <summary>Whether a member may list values, or say where it is inherited from: most types need not be looked through.</summary>
    public bool MayList => _shared?.Lists ?? true;

    /// <inheritdoc cref="MayList"/>
    public bool MayInherit => _shared?.Inherits ?? true;

    public List<TypeEntry> Derived { get; } = [];

    /// <summary>Whether the enum has all of these values, without regard to case.</summary>
    public bool HasValues(EquatableArray<EnumMemberDefinition> values)
    {
        ValueSet known = ValueSet.Of(Enum!);
        foreach (EnumMemberDefinition value in values)
        {
            if (!known.Has(value) && _added?.Values.Contains(value.Value) != true)
                return false;
        }

        return true;
    }

    /// <summary>A table lists the enum's values, and not a description alone.</summary>
    public bool HasTable { get; init; }

    /// <summary>Values that another place lists are values too, once all are known; gives those that were not known.</summary>
    public string[] AddValues(EquatableArray<EnumMemberDefinition> values)
    {
        if (Enum is null || HasValues(values))
            return [];
        _added ??= new Additions();
        ValueSet known = ValueSet.Of(Enum);
        return [.. values.Where(value => !known.Has(value) && _added.Add(value)).Select(value => value.Value)];
    }

    /// <summary>Gives the enum the values that were added to it.</summary>
    public void CompleteEnum()
    {
        if (_added is null)
            return;
        Enum = ValueSet.Of(Enum!).With(_added.Members.ToEquatableArray());
        _added = null;
    }

    /// <summary>Where pages define it.</summary>
    public IReadOnlyList<DocOrigin> Origins => _origins ??= [new DocOrigin(Page.Path, null)];

    public void AddOrigin(DocOrigin origin) => (_origins ??= [new DocOrigin(Page.Path, null)]).Add(origin);

    /// <summary>Values of an enum that its definition does not have.</summary>
    private sealed class Additions
    {
        public List<EnumMemberDefinition> Members { get; } = [];

        public HashSet<string> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

        public bool Add(EnumMemberDefinition value)
        {
            bool isNew = Values.Add(value.Value);
            if (isNew)
                Members.Add(value);
            return isNew;
        }
    }

    /// <summary>The values of an enum, and the enum with others added to it: found out once for as long as the page stands.</summary>
    private sealed class ValueSet(EnumDefinition definition)
    {
        private static readonly Memo<EnumDefinition, ValueSet> Known = new();

        private readonly HashSet<string> _values = new(definition.Members.Select(m => m.Value), StringComparer.OrdinalIgnoreCase);
        private Extension? _last;

        public static ValueSet Of(EnumDefinition definition) => Known.Of(definition, static d => new ValueSet(d));

        public bool Has(EnumMemberDefinition value) => _values.Contains(value.Value);

        public EnumDefinition With(EquatableArray<EnumMemberDefinition> more)
        {
            if (_last is not { } last || last.Added != more)
                _last = last = new Extension(more, definition with { Members = definition.Members.Concat(more).ToEquatableArray() });
            return last.Result;
        }

        private sealed record Extension(EquatableArray<EnumMemberDefinition> Added, EnumDefinition Result);
    }

    /// <summary>What follows from a definition alone: it is found out once, and shared by whatever is linked while the page stands.</summary>
    private sealed class Definition
    {
        private static readonly Memo<ResourceDefinition, Definition> Known = new();

        public static readonly Definition None = new("", default);

        private Definition(string lastPart, EquatableArray<MemberDefinition> members)
        {
            LastPart = lastPart;
            Members = new Dictionary<string, MemberDefinition>(members.Count, StringComparer.OrdinalIgnoreCase);
            foreach (MemberDefinition member in members)
            {
                if (!Members.ContainsKey(member.Name))
                    Members.Add(member.Name, member);
                Lists |= !member.Values.IsEmpty;
                Inherits |= member.InheritedFrom is not null;
            }
        }

        public string LastPart { get; }

        public Dictionary<string, MemberDefinition> Members { get; }

        public bool Lists { get; }

        public bool Inherits { get; }

        public static Definition Of(ResourceDefinition resource) =>
            Known.Of(resource, static r => new Definition(TypeIndex.LastPart(r.Name), r.Members));
    }
}
