using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>A type while further pages add to its definition. Everything is added in place, because many pages may define one type.</summary>
internal sealed class TypeBuilder(TypeDefinition first) : IEquatable<TypeBuilder>
{
    private readonly List<MemberDefinition> _members = [];
    private readonly Dictionary<string, MemberDefinition> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DocOrigin> _origins = [];
    private readonly List<EnumMemberDefinition> _values = [];
    private readonly Dictionary<string, MemberDefinition> _joined = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _valueNames = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds what another page defines; gives the names of the members whose types differ.</summary>
    public List<string> Add(PageModel page, ResourceDefinition resource)
    {
        _origins.Add(new DocOrigin(page.Path, resource.Heading));
        var differing = new List<string>();
        foreach (MemberDefinition member in resource.Members)
        {
            if ((first.Members[member.Name] ?? (_byName.TryGetValue(member.Name, out MemberDefinition? added) ? added : null)) is { } known)
            {
                if (resource.IsShown && first.Resource is { IsShown: true })
                    Join(member);
                else if (known.Type != member.Type && !resource.IsShown)
                    differing.Add(member.Name);
                continue;
            }

            _byName.Add(member.Name, member);
            _members.Add(member);
        }

        return differing;
    }

    /// <summary>Examples of several pages show one resource: a member is of the type that all of them show.</summary>
    private void Join(MemberDefinition member)
    {
        MemberDefinition known = _joined.TryGetValue(member.Name, out MemberDefinition? joined) ? joined
            : _byName.TryGetValue(member.Name, out MemberDefinition? added) ? added : first.Members[member.Name]!;
        DocType type = PlainShapes.Join(known.Type, member.Type);
        if (type != known.Type || (known.Summary is null && member.Summary is not null))
            _joined[member.Name] = known with { Type = type, Summary = known.Summary ?? member.Summary };
    }

    /// <summary>Adds the values of an enum that it lacks, and gives them.</summary>
    public string[] Add(EquatableArray<EnumMemberDefinition> values)
    {
        EnumMemberDefinition[] lacking = [.. values.Where(value => !first.HasValue(value.Value) && _valueNames.Add(value.Value))];
        _values.AddRange(lacking);
        return [.. lacking.Select(value => value.Value)];
    }

    /// <summary>The members that pages define so far.</summary>
    public IEnumerable<MemberDefinition> Members => _members.Count == 0 ? first.Members.All : first.Members.All.Concat(_members);

    /// <summary>Whether the other builder builds the same type.</summary>
    public bool Equals(TypeBuilder? other) =>
        other is not null && ReferenceEquals(first, other.First) && _members.SequenceEqual(other._members)
        && _origins.SequenceEqual(other._origins) && _values.SequenceEqual(other._values)
        && _joined.Count == other._joined.Count
        && _joined.All(member => other._joined.TryGetValue(member.Key, out MemberDefinition? same) && same == member.Value);

    public override bool Equals(object? obj) => Equals(obj as TypeBuilder);

    public override int GetHashCode() => _members.Count;

    private TypeDefinition First => first;

    private MemberTable Table()
    {
        if (_joined.Count == 0)
            return _members.Count == 0 ? first.Members : first.Members.With(_members);
        return new MemberTable(first.Members.All.Concat(_members).Select(m => _joined.TryGetValue(m.Name, out MemberDefinition? joined) ? joined : m));
    }

    public TypeDefinition Build() => _members.Count + _origins.Count + _values.Count == 0 ? first : new TypeDefinition(
        first.Name, first.Page, first.Resource,
        _values.Count == 0 ? first.Enum : first.Enum! with { Members = first.Enum.Members.Concat(_values).ToEquatableArray() },
        Table(),
        first.Origins.Concat(_origins).ToEquatableArray())
    {
        HasTable = first.HasTable,
    };
}
