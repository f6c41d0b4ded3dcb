using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Adds members that are only in examples. A member is added if two or more pages have an example of the type, and
/// every such example has the member. Open types are skipped, because their examples have members that a user defined.
/// Base types are skipped, because their examples have members of derived types.
/// </summary>
/// <param name="Members">The documented members of each type, followed by the members from examples.</param>
internal sealed record ExampleEvidence(MemberTable[] Members, IReadOnlyList<LinkFinding> Findings)
{
    public static ExampleEvidence Of(TypeHierarchy types, MemberTypes memberTypes, PageModel[] pages)
    {
        MemberTable[] members = [.. types.Members];
        var findings = new List<LinkFinding>();
        Settle(types, pages, members, findings);
        foreach (KeyValuePair<int, Shown> shown in ShownOnPages(types, pages).OrderBy(shown => shown.Key))
        {
            MemberDefinition[] added = Typed(shown.Value.OnAllPages, memberTypes);
            if (added.Length == 0)
                continue;
            TypeDefinition type = types.Index.Types[shown.Key];
            members[shown.Key] = members[shown.Key].With(added);
            findings.Add(LinkFindings.Of(
                Rules.InExamplesOnly, type.Page.Path, AnchorKeys.Resource(type.Name), type.Name,
                string.Join(", ", added.Select(m => m.Name))));
        }

        return new ExampleEvidence(members, findings);
    }

    /// <summary>
    /// Chooses the type of members whose type in the JSON contradicts the table. The type from the table is used,
    /// unless the value in every example on every page matches the JSON and not the table.
    /// </summary>
    private static void Settle(TypeHierarchy types, PageModel[] pages, MemberTable[] members,
        List<LinkFinding> findings)
    {
        if (!members.Any(table => table.HasContradictions))
            return;
        var votes = new Dictionary<(int Type, string Member), bool>();
        foreach (ShownType example in pages.SelectMany(page => page.Shown))
        {
            if (types.Index.PlaceOf(example.Name, out _) is not { } type || !members[type].HasContradictions)
                continue;
            foreach (MemberDefinition shown in example.Members)
            {
                // A null value has no type.
                if (members[type][shown.Name] is not { InJson: { } inJson } member
                    || shown.Type == DocType.Of(TypeKind.Json))
                    continue;
                bool isOutvoted = shown.Type.Excludes(member.Type) && !shown.Type.Excludes(inJson);
                votes[(type, member.Name)] = isOutvoted
                    && (!votes.TryGetValue((type, member.Name), out bool before) || before);
            }
        }

        foreach (IGrouping<int, (int Type, string Member)> outvoted in votes.Where(vote => vote.Value)
            .Select(vote => vote.Key).GroupBy(key => key.Type).OrderBy(group => group.Key))
        {
            TypeDefinition definition = types.Index.Types[outvoted.Key];
            MemberTable table = members[outvoted.Key];
            Dictionary<string, MemberDefinition> settled = outvoted.ToDictionary(key => key.Member,
                key => Settled(table[key.Member]!), StringComparer.OrdinalIgnoreCase);
            members[outvoted.Key] = table.Replacing(settled);
            findings.Add(LinkFindings.Of(Rules.TableOutvoted, definition.Page.Path,
                AnchorKeys.Resource(definition.Name), definition.Name,
                string.Join(", ", settled.Keys.OrderBy(name => name, StringComparer.Ordinal))));
        }
    }

    /// <summary>
    /// Returns the member with the collection rank from the JSON. If both types are single values, the type from the
    /// JSON replaces the type from the table.
    /// </summary>
    private static MemberDefinition Settled(MemberDefinition member) => member with
    {
        Type = member.Type.Rank == 0 && member.InJson!.Rank == 0
            ? member.InJson
            : member.Type with { Rank = member.InJson!.Rank },
        InJson = null,
    };

    /// <summary>Returns the members that are in examples but not in the documentation of the type, by type.</summary>
    private static Dictionary<int, Shown> ShownOnPages(TypeHierarchy types, PageModel[] pages)
    {
        var all = new Dictionary<int, Shown>();
        foreach (PageModel page in pages)
        {
            foreach (ShownType example in page.Shown)
            {
                if (types.Index.PlaceOf(example.Name, out _) is not { } type
                    || types.Index.Types[type].Resource is not { IsOpen: false, Members.IsEmpty: false }
                    || types.HasDerived(type))
                {
                    continue;
                }

                if (!all.TryGetValue(type, out Shown? shown))
                    all.Add(type, shown = new Shown());
                shown.Pages++;
                foreach (MemberDefinition member in example.Members)
                {
                    if (types.MemberOf(type, member.Name) is null)
                        shown.Add(member);
                }
            }
        }

        return all;
    }

    /// <summary>
    /// Gives each member the type that most members with the same name have. A member whose value is null in all
    /// examples is left out if most members with its name do not have the same type.
    /// </summary>
    private static MemberDefinition[] Typed(IEnumerable<MemberDefinition> shown, MemberTypes memberTypes)
    {
        var untyped = DocType.Of(TypeKind.Json);
        return [.. shown.Where(m => m.Type != untyped || memberTypes.AgreedFor(m.Name) is not null)
            .OrderBy(m => m.Name, StringComparer.Ordinal).Select(Agreed)];

        MemberDefinition Agreed(MemberDefinition member) =>
            member.Type.Shape is null && memberTypes.AgreedFor(member.Name) is { } agreed
                && (member.Type == untyped || agreed.Rank == member.Type.Rank)
                ? member with { Type = agreed } : member;
    }

    /// <summary>The undocumented members in the examples of one type.</summary>
    private sealed class Shown
    {
        private Dictionary<string, (MemberDefinition Member, int Pages)>? _members;

        public int Pages { get; set; }

        public IEnumerable<MemberDefinition> OnAllPages =>
            Pages < Thresholds.PagesOfMember || _members is null
                ? []
                : _members.Values.Where(m => m.Pages == Pages).Select(m => m.Member);

        public void Add(MemberDefinition member)
        {
            _members ??= new Dictionary<string, (MemberDefinition, int)>(StringComparer.Ordinal);
            _members[member.Name] = _members.TryGetValue(member.Name, out var seen)
                ? (seen.Member, seen.Pages + 1)
                : (member, 1);
        }
    }
}
