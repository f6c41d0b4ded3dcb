using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Members by name, ignoring case, in definition order. If several members have the same name, the first is used.
/// </summary>
internal sealed class MemberTable : IEquatable<MemberTable>
{
    public static readonly MemberTable Empty = new([]);

    private readonly Dictionary<string, MemberDefinition> _byName;

    public MemberTable(IEnumerable<MemberDefinition> members)
    {
        _byName = new Dictionary<string, MemberDefinition>(StringComparer.OrdinalIgnoreCase);
        Add(members);
    }

    private MemberTable(MemberTable first, IEnumerable<MemberDefinition> more)
    {
        _byName = new Dictionary<string, MemberDefinition>(first._byName, StringComparer.OrdinalIgnoreCase);
        (HasValueLists, HasAncestors,
            HasContradictions) = (first.HasValueLists, first.HasAncestors, first.HasContradictions);
        Add(more);
    }

    public Dictionary<string, MemberDefinition>.ValueCollection All => _byName.Values;

    public int Count => _byName.Count;

    /// <summary>
    /// Whether the docs list the values of any member. If not, a search for value lists can skip the table.
    /// </summary>
    public bool HasValueLists { get; private set; }

    /// <summary>Whether the docs name, for any member, the type from which it is inherited.</summary>
    public bool HasAncestors { get; private set; }

    /// <summary>Whether the JSON contradicts the table for any member.</summary>
    public bool HasContradictions { get; private set; }

    public MemberDefinition? this[string name] =>
        _byName.TryGetValue(name, out MemberDefinition? member) ? member : null;

    /// <summary>
    /// Returns these members, followed by the members of <paramref name="more"/> whose names are not in this table.
    /// </summary>
    public MemberTable With(IEnumerable<MemberDefinition> more) => new(this, more);

    /// <summary>
    /// Returns these members in order, with each replaced by the member of <paramref name="changed"/> that has the same
    /// name, if there is one.
    /// </summary>
    public MemberTable Replacing(IReadOnlyDictionary<string, MemberDefinition> changed) =>
        new(All.Select(member => changed.TryGetValue(member.Name, out MemberDefinition? other) ? other : member));

    /// <summary>Whether the other table has equal members in the same order.</summary>
    public bool Equals(MemberTable? other) =>
        ReferenceEquals(this, other) || (other is not null && Count == other.Count && All.SequenceEqual(other.All));

    public override bool Equals(object? obj) => Equals(obj as MemberTable);

    public override int GetHashCode() => Count;

    private void Add(IEnumerable<MemberDefinition> members)
    {
        foreach (MemberDefinition member in members)
        {
            if (_byName.ContainsKey(member.Name))
                continue;
            _byName.Add(member.Name, member);
            HasValueLists |= !member.Values.IsEmpty;
            HasContradictions |= member.InJson is not null;
            HasAncestors |= member.InheritedFrom is not null;
        }
    }
}
