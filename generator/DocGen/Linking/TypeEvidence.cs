using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Generator.Linking;

/// <summary>What names leave open and usage tells: what an unnamed object is, which enum lists these values, what examples show.</summary>
internal sealed class TypeEvidence(Linker linker, TypeIndex types)
{
    /// <summary>So many members of the same names are no coincidence.</summary>
    private const int MinAlike = 3;

    private static readonly Memo<ShownType, Compared> Known = new();

    private readonly Dictionary<string, DocType?> _agreed = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<int, List<TypeEntry>>? _bySize;
    private Dictionary<string, List<DocType>> _typesByMember = new(StringComparer.OrdinalIgnoreCase);
    private bool _hasAllNames;
    private Dictionary<string, List<TypeEntry>>? _enumsByValue;

    /// <summary>
    /// What every example of a type shows, on two pages or more, the service sends: a member, though no table has it. Not of an open
    /// type, whose examples show a user's own members, nor of a base, whose examples show those of derived types.
    /// </summary>
    public void AddShown(PageModel[] pages)
    {
        var shown = new Dictionary<TypeEntry, (int Pages, Dictionary<string, (MemberDefinition Member, int Pages)>? Members)>();
        foreach (PageModel page in pages)
        {
            foreach (ShownType type in page.Shown)
            {
                if (types.Lookup(type.Name, out _) is not { Resource: { IsOpen: false, Members.IsEmpty: false }, Derived.Count: 0 } entry)
                    continue;
                shown.TryGetValue(entry, out var known);
                foreach (MemberDefinition member in Lacking(entry, type))
                {
                    known.Members ??= new Dictionary<string, (MemberDefinition, int)>(StringComparer.Ordinal);
                    known.Members[member.Name] = known.Members.TryGetValue(member.Name, out var seen) ? (seen.Member, seen.Pages + 1) : (member, 1);
                }

                shown[entry] = (known.Pages + 1, known.Members);
            }
        }

        var common = new List<(TypeEntry Entry, List<MemberDefinition> Members)>();
        foreach (TypeEntry entry in types.Entries)
        {
            if (shown.TryGetValue(entry, out var found) && found is (> 1 and int count, { } members))
                common.Add((entry, [.. members.Values.Where(m => m.Pages == count).Select(m => m.Member)]));
        }

        GatherTypes(common.SelectMany(type => type.Members).Select(member => member.Name));
        foreach ((TypeEntry entry, List<MemberDefinition> members) in common)
            AddShown(entry, members);
    }

    /// <summary>The members that an example shows of a type and its pages do not define.</summary>
    private static MemberDefinition[] Lacking(TypeEntry entry, ShownType shown)
    {
        if (Known.Of(shown) is { } known && entry.IsDefinedBy(known.Definitions))
            return known.Lacking;
        MemberDefinition[] lacking = [.. shown.Members.Where(member => entry.MemberOf(member.Name) is null)];
        Known.Set(shown, entry.OnlyDefinitions() is { } definitions ? new Compared(definitions, lacking) : null);
        return lacking;
    }

    /// <summary>An example compared with a type.</summary>
    /// <param name="Definitions">Of the type and its bases.</param>
    private sealed record Compared(object[] Definitions, MemberDefinition[] Lacking);

    private void AddShown(TypeEntry entry, List<MemberDefinition> shown)
    {
        // Of a value that is never shown nothing is known but what other pages say of its name.
        var untyped = DocType.Of(TypeKind.Json);
        MemberDefinition[] members =
            [.. shown.Where(m => m.Type != untyped || AgreedType(m.Name) is not null).OrderBy(m => m.Name, StringComparer.Ordinal)];
        foreach (MemberDefinition member in members)
        {
            bool isNamed = member.Type.Shape is null && AgreedType(member.Name) is { } agreed && (member.Type == untyped || agreed.Rank == member.Type.Rank);
            if (entry.Own(member.Name) is null)
                entry.AddShown(isNamed ? member with { Type = AgreedType(member.Name)! } : member);
        }

        if (members.Length > 0)
            linker.Report(Rules.InExamplesOnly, entry.Page.Path, AnchorKeys.Resource(entry.Name), entry.Name, string.Join(", ", members.Select(m => m.Name)));
    }

    /// <summary>
    /// What an object is that nothing names: the resource that the pages agree a member of its name is, where that has three in four of
    /// what is shown; else the one resource that has exactly the members which are shown.
    /// </summary>
    public TypeEntry? Unnamed(string member, string[] shown)
    {
        if (AgreedType(member) is { IsNamed: true, Rank: 0 } type && types.Lookup(type.Name!, out _) is { Resource: not null } agreed
            && shown.Count(name => agreed.MemberOf(name) is not null) * 4 >= shown.Length * 3)
        {
            return agreed;
        }

        if (shown.Length < MinAlike || !BySize().TryGetValue(shown.Length, out List<TypeEntry>? sized))
            return null;
        List<TypeEntry> alike = sized.FindAll(entry => Array.TrueForAll(shown, name => entry.MemberOf(name) is not null));
        return alike.Count == 1 ? alike[0] : null;
    }

    /// <summary>The resources by how many members they have, inherited ones too.</summary>
    private Dictionary<int, List<TypeEntry>> BySize()
    {
        if (_bySize is not null)
            return _bySize;
        _bySize = [];
        foreach (TypeEntry entry in types.Entries.Where(e => e.Resource is not null))
        {
            int size = entry.WithBases.Sum(part => part.Members.Count(member => part.Base?.MemberOf(member.Name) is null));
            if (!_bySize.TryGetValue(size, out List<TypeEntry>? known))
                _bySize.Add(size, known = []);
            known.Add(entry);
        }

        return _bySize;
    }

    /// <summary>The closest documented enum whose name ends in the member's and which has all these values, or null.</summary>
    public TypeEntry? EnumOf(string singular, EquatableArray<EnumMemberDefinition> values) =>
        EnumsByValue(values[0].Value).Where(e => EndsAlike(e.LastPart, singular) && e.HasValues(values))
            .OrderBy(e => e.Enum!.Members.Count).ThenBy(e => e.Name.Length).ThenBy(e => e.Name, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>recordingStatus and status, modality and acceptedModality.</summary>
    private static bool EndsAlike(string enumName, string member) =>
        enumName.EndsWith(member, StringComparison.OrdinalIgnoreCase) || member.EndsWith(enumName, StringComparison.OrdinalIgnoreCase);

    private List<TypeEntry> EnumsByValue(string value)
    {
        if (_enumsByValue is null)
        {
            _enumsByValue = new Dictionary<string, List<TypeEntry>>(StringComparer.OrdinalIgnoreCase);
            foreach (TypeEntry entry in types.Entries.Where(e => e.Enum is not null))
            {
                foreach (EnumMemberDefinition member in entry.Enum!.Members)
                {
                    if (!_enumsByValue.TryGetValue(member.Value, out List<TypeEntry>? found))
                        _enumsByValue.Add(member.Value, found = []);
                    found.Add(entry);
                }
            }
        }

        return _enumsByValue.TryGetValue(value, out List<TypeEntry>? entries) ? entries : [];
    }

    /// <summary>The type that nine in ten documented members of a name have, of three or more; else null.</summary>
    private DocType? AgreedType(string member)
    {
        if (!_agreed.TryGetValue(member, out DocType? type))
        {
            type = TypesOf(member) is { } given ? MostCommon(given) : null;
            _agreed.Add(member, type);
        }

        return type;
    }

    /// <summary>The types that the pages give to the members of a name, or null where they have none of it.</summary>
    private List<DocType>? TypesOf(string member)
    {
        if (_typesByMember.TryGetValue(member, out List<DocType>? given) || _hasAllNames)
            return given;
        _typesByMember = new(StringComparer.OrdinalIgnoreCase);
        _hasAllNames = true;
        GatherTypes();
        return _typesByMember.TryGetValue(member, out given) ? given : null;
    }

    /// <summary>Gathers the types of these names in one go: an edit asks for few of the thousands that pages define.</summary>
    private void GatherTypes(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (!_typesByMember.ContainsKey(name))
                _typesByMember.Add(name, []);
        }

        GatherTypes();
    }

    /// <summary>What examples alone show is no evidence of its own.</summary>
    private void GatherTypes()
    {
        foreach (TypeEntry entry in types.Entries)
        {
            int defined = entry.DefinedMembers;
            foreach (MemberDefinition member in entry.Members)
            {
                if (defined-- == 0)
                    break;
                if (member.Type.Shape is not null)
                    continue;
                if (_typesByMember.TryGetValue(member.Name, out List<DocType>? given))
                    given.Add(member.Type);
                else if (_hasAllNames)
                    _typesByMember.Add(member.Name, [member.Type]);
            }
        }
    }

    private static DocType? MostCommon(List<DocType> given)
    {
        if (given.Count < 3)
            return null;
        var common = given.GroupBy(t => (t.Kind, (t.Name is { } name ? TypeIndex.LastPart(name) : "").ToLowerInvariant(), t.Rank)).OrderByDescending(g => g.Count()).First();
        return common.Count() * 10 >= given.Count * 9 ? common.First() : null;
    }
}
