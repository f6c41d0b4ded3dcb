using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>Finds every type's base, from what annotations and prose say, and puts inherited members where they belong.</summary>
internal sealed class BaseLinker(Linker linker, TypeIndex types)
{
    private const int MaxLevels = 64;
    private const int MaxAncestors = 16;

    /// <summary>On so many pages there must be other evidence of what words say.</summary>
    private const int MinWitnesses = 2;

    private readonly HashSet<(string Page, string Base)> _reported = [];

    private readonly Dictionary<TypeEntry, EquatableArray<string>> _told = [];

    private HashSet<string>? _sayings;

    public void Link()
    {
        LinkBases();
        MoveInherited();
    }

    /// <summary>The base that the annotation names; one that nothing defines is reported and left out.</summary>
    private TypeEntry? BaseOf(TypeEntry entry)
    {
        if (entry.Resource?.Base is not { } name)
            return null;
        if (types.Lookup(name, out _) is { Resource: not null } found && found != entry)
            return found;
        if (_reported.Add((entry.Page.Path, name)))
        {
            string hint = types.Lookup(name, out _) == entry
                ? "; a type can't be its own base"
                : Suggestion.For(TypeIndex.LastPart(name), new WordList(types.Entries.Where(e => e.Resource is not null && e != entry).Select(e => e.LastPart)));
            linker.Report(Rules.UnknownBase, entry.Page.Path, AnchorKeys.Type(name), name, entry.Name, hint);
        }

        return null;
    }

    /// <summary>The annotation is right, unless the prose names a type nearer by, which itself inherits from the annotation's.</summary>
    private TypeEntry? NearestBase(TypeEntry entry, TypeEntry? stated, TypeEntry? told) =>
        stated is null || (told is not null && told != stated && Says(told, stated) && !Says(told, entry)) ? told : stated;

    /// <summary>
    /// Of the types that the prose says a type inherits from, the one that none of the others inherits from: its base. Prose
    /// names grandparents too.
    /// </summary>
    private TypeEntry? BaseByProse(TypeEntry entry)
    {
        EquatableArray<string> told = Told(entry);
        if (told.Count < 2)
            return told.IsEmpty || types.Lookup(told[0], out _) is not { Resource: not null } only || only == entry ? null : only;
        TypeEntry[] ancestors = [.. told.Select(a => types.Lookup(a, out _)).OfType<TypeEntry>()
            .Where(e => e.Resource is not null && e != entry).Distinct().Take(MaxAncestors)];
        return ancestors.FirstOrDefault(a => ancestors.All(other => other == a || !Says(other, a))) ?? ancestors.FirstOrDefault();
    }

    /// <summary>
    /// What the prose says a type inherits from. A link behind a few words counts where the type that it leads to has the very members
    /// which are described so.
    /// </summary>
    private EquatableArray<string> Told(TypeEntry entry)
    {
        if (entry.Resource is not { HintedAncestors.IsEmpty: false } resource)
            return entry.Resource?.Ancestors ?? default;
        if (_told.TryGetValue(entry, out EquatableArray<string> told))
            return told;
        IEnumerable<string> hinted = resource.HintedAncestors
            .Where(hint => types.Lookup(hint.Name, out _) is { Resource: not null } type && type != entry && (Bears(hint, type, entry) || Sayings.Contains(hint.Words)))
            .Select(hint => hint.Name);
        told = resource.Ancestors.Concat(hinted).ToEquatableArray();
        _told.Add(entry, told);
        return told;
    }

    /// <summary>
    /// The words that say in other languages what a type inherits from: of the types that they introduce, one in three is the base that the
    /// annotation names, or has members that the resource has.
    /// </summary>
    private HashSet<string> Sayings => _sayings ??= new HashSet<string>(
        types.Entries.Where(e => e.Resource is not null).SelectMany(e => e.Resource!.HintedAncestors, (entry, hint) => (entry, hint))
            .Where(pair => pair.hint.Members.IsEmpty).GroupBy(pair => pair.hint.Words, StringComparer.Ordinal)
            .Where(same => same.Count(pair => IsWitnessed(pair.hint, pair.entry)) is >= MinWitnesses and var count && count * 3 >= same.Count())
            .Select(same => same.Key),
        StringComparer.Ordinal);

    private bool IsWitnessed(HintedAncestor hint, TypeEntry entry) =>
        types.Lookup(hint.Name, out _) is { Resource: not null } type && type != entry
        && (Bears(hint, type, entry) || (entry.Resource!.Base is { } stated && types.Lookup(stated, out _) == type));

    /// <summary>The type has every member that is said to come from it; of one that only the introduction names, the resource has half or more.</summary>
    private static bool Bears(HintedAncestor hint, TypeEntry type, TypeEntry entry) => hint.Members.IsEmpty
        ? type.Members.Count > 0 && type.Members.Count(member => entry.Own(member.Name) is not null) * 2 >= type.Members.Count
        : hint.Members.All(name => type.Own(name) is not null);

    /// <summary>Whether the pages of <paramref name="entry"/> say that it inherits from <paramref name="ancestor"/>.</summary>
    private bool Says(TypeEntry entry, TypeEntry ancestor)
    {
        var seen = new HashSet<TypeEntry>();
        var open = new Stack<TypeEntry>([entry]);
        while (open.Count > 0 && seen.Count < MaxLevels * MaxAncestors)
        {
            TypeEntry next = open.Pop();
            if (next.Resource is not { } resource || !seen.Add(next))
                continue;
            foreach (string name in resource.Base is { } stated ? Told(next).Append(stated) : Told(next))
            {
                if (types.Lookup(name, out _) is not { } found)
                    continue;
                if (found == ancestor)
                    return true;
                open.Push(found);
            }
        }

        return false;
    }

    private void LinkBases()
    {
        foreach (TypeEntry entry in types.Entries)
            entry.Base = NearestBase(entry, BaseOf(entry), BaseByProse(entry));
        foreach (TypeEntry entry in types.Entries)
            CutBases(entry);
        foreach (TypeEntry entry in types.Entries)
        {
            foreach (TypeEntry ancestor in entry.Bases)
                ancestor.Derived.Add(entry);
        }
    }

    /// <summary>
    /// A chain of bases that leads back to itself ends before it does, and one of more levels than C# could use ends there:
    /// each type is listed with every base.
    /// </summary>
    private void CutBases(TypeEntry entry)
    {
        // Nearly every chain is short and ends: no set is made for those.
        int levels = 0;
        for (TypeEntry? next = entry.Base; next is not null && levels <= MaxLevels; next = next.Base)
            levels++;
        if (levels <= MaxLevels)
            return;
        var seen = new HashSet<TypeEntry>();
        for (TypeEntry next = entry; next.Base is { } above; next = above)
        {
            seen.Add(next);
            bool isCircle = seen.Contains(above);
            if (!isCircle && seen.Count <= MaxLevels)
                continue;
            linker.Report(Rules.BaseLeftOut, next.Page.Path, AnchorKeys.Resource(next.Name), above.Name, next.Name,
                isCircle ? $"the bases of '{above.Name}' lead back to '{next.Name}'" : $"a type has at most {MaxLevels} levels of bases");
            next.Base = null;
            return;
        }
    }

    /// <summary>A member that a page calls inherited belongs to the ancestor, also where the ancestor's own page forgets it.</summary>
    private void MoveInherited()
    {
        foreach (TypeEntry entry in types.Entries.Where(e => e.MayInherit))
        {
            foreach (MemberDefinition member in entry.Members)
            {
                if (member.InheritedFrom is not { } name || types.Lookup(name, out _) is not { Resource: not null } ancestor)
                    continue;
                if (ancestor != entry && entry.Is(ancestor) && ancestor.MemberOf(member.Name) is null)
                    ancestor.Add(member with { InheritedFrom = null });
            }
        }
    }
}
