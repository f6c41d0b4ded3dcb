using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>Builds a type that several pages define, or an enum with values from several lists.</summary>
internal sealed class TypeBuilder : IEquatable<TypeBuilder>
{
    private List<TypeDefinition> _parts;
    private readonly Dictionary<string, MemberDefinition> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EnumMemberDefinition> _values = [];
    private readonly Dictionary<string, MemberDefinition> _joined = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _valueNames = new(StringComparer.OrdinalIgnoreCase);
    private bool _isSorted = true;

    public TypeBuilder(TypeDefinition first) => _parts = [first];

    /// <summary>
    /// Adds another page's definition. Returns the contradictions: the names of members whose types differ, and "its
    /// base" if the bases differ.
    /// </summary>
    public List<string> Add(TypeDefinition part)
    {
        if (_parts.Count == 1)
            AddMembers(_parts[0]);
        var differing = new List<string>();
        foreach (MemberDefinition member in part.Members.All)
        {
            if (!_byName.TryGetValue(member.Name, out MemberDefinition? known))
                continue;
            if (part.Resource!.IsShown && _parts[0].Resource!.IsShown)
                Join(known, member);
            else if (known.Type != member.Type && !part.Resource.IsShown)
                differing.Add(member.Name);
        }

        if (part.Resource!.Base is { } other
            && _parts.Select(p => p.Resource!.Base).FirstOrDefault(b => b is not null) is { } stated
            && !TypeIndex.LastPart(stated).Equals(TypeIndex.LastPart(other), StringComparison.OrdinalIgnoreCase))
            differing.Add("its base");
        AddMembers(part);
        _parts.Add(part);
        _isSorted = false;
        return differing;
    }

    /// <summary>Combines the types of a member from examples on several pages.</summary>
    private void Join(MemberDefinition first, MemberDefinition member)
    {
        MemberDefinition known = _joined.TryGetValue(first.Name, out MemberDefinition? joined) ? joined : first;
        DocType type = PlainShapes.Join(known.Type, member.Type);
        if (type != known.Type || (known.Summary is null && member.Summary is not null))
            _joined[first.Name] = known with { Type = type, Summary = known.Summary ?? member.Summary };
    }

    /// <summary>Adds the values that the enum lacks, and returns them.</summary>
    public string[] Add(EquatableArray<EnumMemberDefinition> values)
    {
        EnumMemberDefinition[] lacking = [
            .. values.Where(value => !_parts[0].HasValue(value.Value) && _valueNames.Add(value.Value))];
        _values.AddRange(lacking);
        return [.. lacking.Select(value => value.Value)];
    }

    /// <summary>
    /// The members defined so far. If pages contradict each other, the first page in the order of
    /// <see cref="PageOrder"/> is used.
    /// </summary>
    public IEnumerable<MemberDefinition> Members => _parts.Count == 1 ? _parts[0].Members.All : Merged.All;

    /// <summary>Whether the other builder creates the same type.</summary>
    public bool Equals(TypeBuilder? other)
    {
        if (other is null || _parts.Count != other._parts.Count || !_values.SequenceEqual(other._values))
            return false;
        (List<TypeDefinition> mine, List<TypeDefinition> theirs) = (Parts, other.Parts);
        for (int i = 0; i < mine.Count; i++)
        {
            if (!ReferenceEquals(mine[i], theirs[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as TypeBuilder);

    public override int GetHashCode() => _parts.Count;

    public TypeDefinition Build()
    {
        TypeDefinition main = Parts[0];
        if (_parts.Count == 1 && _values.Count == 0)
            return main;
        if (_parts.Count == 1)
        {
            EnumDefinition values = main.Enum! with { Members = main.Enum.Members.Concat(_values).ToEquatableArray() };
            return new TypeDefinition(main.Name, main.Pages, null, values, main.Members,
                main.Origins)
            { HasTable = main.HasTable };
        }

        return new TypeDefinition(
            main.Name, Parts.SelectMany(part => part.Pages).ToArray(), Resource(), null, Merged,
            Parts.SelectMany(part => part.Origins).ToEquatableArray());
    }

    /// <summary>
    /// The definitions in order of precedence: first documented definitions, then definitions from examples.
    /// </summary>
    private List<TypeDefinition> Parts
    {
        get
        {
            if (!_isSorted)
                _parts = [.. _parts.OrderBy(part => part.Resource!.IsShown)
                    .ThenBy(part => part.Page, PageOrder.Plainest)];
            _isSorted = true;
            return _parts;
        }
    }

    private MemberTable Merged =>
        _joined.Count == 0 ? Parts[0].Members.With(Parts.Skip(1).SelectMany(part => part.Members.All))
        : new MemberTable(Parts.SelectMany(part => part.Members.All)
            .Select(m => _joined.TryGetValue(m.Name, out MemberDefinition? joined) ? joined : m));

    private void AddMembers(TypeDefinition part)
    {
        foreach (MemberDefinition member in part.Members.All)
        {
            if (!_byName.ContainsKey(member.Name))
                _byName.Add(member.Name, member);
        }
    }

    /// <summary>Returns the definition on the first page, with the base, openness and aliases from all pages.</summary>
    private ResourceDefinition Resource()
    {
        ResourceDefinition[] all = [.. Parts.Select(part => part.Resource!)];
        return all[0] with
        {
            Aliases = all.SelectMany(r => r.Aliases).Distinct(StringComparer.OrdinalIgnoreCase).ToEquatableArray(),
            Base = all.Select(r => r.Base).FirstOrDefault(b => b is not null),
            Ancestors = all.SelectMany(r => r.Ancestors).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            LinkedAncestors = all.SelectMany(r => r.LinkedAncestors).Distinct().ToEquatableArray(),
            HintedAncestors = all.SelectMany(r => r.HintedAncestors).Distinct().ToEquatableArray(),
            IsAbstract = Array.Exists(all, r => r.IsAbstract),
            IsOpen = Array.Exists(all, r => r.IsOpen),
            Summary = all.Select(r => r.Summary).FirstOrDefault(s => s is not null),
        };
    }
}
