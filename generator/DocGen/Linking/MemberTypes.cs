using System.Collections.Concurrent;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The types that pages give to members with the same name.</summary>
internal sealed class MemberTypes
{
    private readonly EquatableArray<MemberTable> _tables;
    private readonly ConcurrentDictionary<string, Agreement> _agreed = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, List<DocType>>? _byMember;
    private int _searches;

    private MemberTypes(EquatableArray<MemberTable> tables, MemberTypes? last)
    {
        _tables = tables;
        if (last is not null && last._tables.Count == tables.Count)
            TakeUnchanged(last);
    }

    /// <param name="tables">The members of each type.</param>
    /// <param name="last">The previous result. Its type for a member name is reused if no changed table contains that
    /// name.</param>
    public static MemberTypes Of(EquatableArray<MemberTable> tables, MemberTypes? last) => new(tables, last);

    /// <summary>
    /// Returns the type of at least 90% of the members with this name, if there are at least three such members; else
    /// null.
    /// </summary>
    public DocType? AgreedFor(string member) =>
        _agreed.GetOrAdd(member, name => new Agreement(MostCommon(TypesOf(name)))).Type;

    private void TakeUnchanged(MemberTypes last)
    {
        var changed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < _tables.Count; i++)
        {
            if (ReferenceEquals(_tables[i], last._tables[i]))
                continue;
            changed.UnionWith(_tables[i].All.Select(member => member.Name));
            changed.UnionWith(last._tables[i].All.Select(member => member.Name));
        }

        foreach (KeyValuePair<string, Agreement> agreed in last._agreed)
        {
            if (!changed.Contains(agreed.Key))
                _agreed[agreed.Key] = agreed.Value;
        }
    }

    private List<DocType> TypesOf(string member)
    {
        if (_byMember is null && ++_searches > Limits.MemberSearches)
            _byMember = Gather();
        if (_byMember is not null)
            return _byMember.TryGetValue(member, out List<DocType>? given) ? given : [];
        var found = new List<DocType>();
        foreach (MemberTable table in _tables)
        {
            if (table[member] is { Type: { Shape: null } type })
                found.Add(type);
        }

        return found;
    }

    private Dictionary<string, List<DocType>> Gather()
    {
        var byMember = new Dictionary<string, List<DocType>>(StringComparer.OrdinalIgnoreCase);
        foreach (MemberTable table in _tables)
        {
            foreach (MemberDefinition member in table.All)
            {
                if (member.Type.Shape is not null)
                    continue;
                if (byMember.TryGetValue(member.Name, out List<DocType>? given))
                    given.Add(member.Type);
                else
                    byMember.Add(member.Name, new List<DocType>(1) { member.Type });
            }
        }

        return byMember;
    }

    private static DocType? MostCommon(List<DocType> given)
    {
        if (given.Count < Thresholds.AgreedMembers)
            return null;
        var common = given.GroupBy(
            t => (t.Kind, (t.Name is { } name ? TypeIndex.LastPart(name) : "").ToLowerInvariant(), t.Rank))
            .OrderByDescending(g => g.Count()).First();
        return Thresholds.AgreedTypes.IsReached(common.Count(), given.Count) ? common.First() : null;
    }

    /// <param name="Type">The type, or null if the members do not agree.</param>
    private sealed record Agreement(DocType? Type);
}
