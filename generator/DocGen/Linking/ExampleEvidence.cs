using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Adds members that only examples show. A member counts if every example of the type shows it, on two or more pages.
/// Open types are skipped, because their examples show a user's own members. Base types are skipped, because their
/// examples show members of derived types.
/// </summary>
/// <param name="Members">Each type's own members, followed by the members that examples show.</param>
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
    /// Resolves members whose JSON contradicts their table. The table wins, unless every example on every page that
    /// shows the member matches the JSON and not the table.
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
    /// Takes the collection rank from the JSON. If both are single values, the JSON's type replaces the table's.
    /// </summary>
    private static MemberDefinition Settled(MemberDefinition member) => member with
    {
        Type = member.Type.Rank == 0 && member.InJson!.Rank == 0
            ? member.InJson
            : member.Type with { Rank = member.InJson!.Rank },
        InJson = null,
    };

    /// <summary>The members that examples show and the type's pages do not define, by type.</summary>
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
    /// The members, with the types that other pages agree on for their names. A member whose examples show no value is
    /// left out if there is no agreed type.
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

    /// <summary>The members that the examples of one type show.</summary>
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
