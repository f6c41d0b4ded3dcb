using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>
/// Finds the base type of every type from annotations and prose, and moves inherited members to the ancestor that
/// defines them.
/// </summary>
internal sealed class BaseLinker
{
    private readonly TypeIndex _index;
    private readonly int[] _bases;
    private readonly List<LinkFinding> _findings = [];
    private readonly HashSet<(string Page, string Base)> _reported = [];
    private readonly Dictionary<int, EquatableArray<string>> _statedAncestors = [];
    private HashSet<string>? _inheritancePhrases;

    private BaseLinker(TypeIndex index)
    {
        _index = index;
        _bases = new int[index.Types.Count];
    }

    public static TypeHierarchy Link(TypeIndex index)
    {
        var linker = new BaseLinker(index);
        for (int type = 0; type < linker._bases.Length; type++)
            linker._bases[type] = linker.NearestBase(type, linker.AnnotatedBase(type), linker.BaseByProse(type))
                ?? TypeHierarchy.NoBase;
        for (int type = 0; type < linker._bases.Length; type++)
            linker.CutBases(type);
        return new TypeHierarchy(index, linker._bases, linker.MoveInherited().ToEquatableArray(), linker._findings);
    }

    private TypeDefinition TypeAt(int type) => _index.Types[type];

    /// <summary>
    /// Returns the index of the resource with this name; null if there is none, or if it is the excluded type.
    /// </summary>
    private int? Resource(string name, int except) =>
        _index.PlaceOf(name, out _) is { } found && found != except && TypeAt(found).Resource is not null
            ? found
            : null;

    /// <summary>Returns the base type from the annotation. An undefined base is reported and ignored.</summary>
    private int? AnnotatedBase(int type)
    {
        TypeDefinition definition = TypeAt(type);
        if (definition.Resource?.Base is not { } name)
            return null;
        if (Resource(name, except: type) is { } found)
            return found;
        string page = definition.PageThatSays(r => r.Base == name).Path;
        if (_reported.Add((page, name)))
        {
            string hint = _index.PlaceOf(name, out _) == type
                ? "; a type can't be its own base"
                : Suggestion.For(TypeIndex.LastPart(name),
                    _index.Types.Where(t => t.Resource is not null && t != definition).Select(t => t.LastPart));
            _findings.Add(LinkFindings.Of(Rules.UnknownBase, page, AnchorKeys.Type(name), name, definition.Name, hint));
        }

        return null;
    }

    /// <summary>
    /// Returns the annotated base, or the base from the prose if nothing is annotated or if the base from the prose
    /// inherits from the annotated base.
    /// </summary>
    private int? NearestBase(int type, int? annotated, int? stated) =>
        annotated is not { } ancestor
            || (stated is { } nearer && nearer != ancestor && InheritsByDocs(nearer, ancestor)
                && !InheritsByDocs(nearer, type))
            ? stated : annotated;

    /// <summary>
    /// Returns the most derived of the base types in the prose, because the prose also mentions indirect base types.
    /// </summary>
    private int? BaseByProse(int type)
    {
        EquatableArray<string> stated = StatedAncestors(type);
        if (stated.Count < 2)
            return stated.IsEmpty ? null : Resource(stated[0], except: type);
        int[] ancestors = [.. stated.Select(name => Resource(name, except: type)).OfType<int>().Distinct()
            .Take(Limits.Ancestors)];
        foreach (int ancestor in ancestors)
        {
            if (Array.TrueForAll(ancestors, other => other == ancestor || !InheritsByDocs(other, ancestor)))
                return ancestor;
        }

        return ancestors.Length == 0 ? null : ancestors[0];
    }

    /// <summary>
    /// Returns the names of the ancestors in the prose. A hinted ancestor is a link after a short phrase. It is
    /// included if the linked type has the members that are described as inherited, or if the phrase is a confirmed
    /// inheritance phrase.
    /// </summary>
    private EquatableArray<string> StatedAncestors(int type)
    {
        if (TypeAt(type).Resource is not { HintedAncestors.IsEmpty: false } resource)
            return TypeAt(type).Resource?.Ancestors ?? default;
        if (_statedAncestors.TryGetValue(type, out EquatableArray<string> stated))
            return stated;
        IEnumerable<string> hinted = resource.HintedAncestors
            .Where(hint => Resource(hint.Name, except: type) is { } ancestor
                && (HasHintedMembers(hint, ancestor, type) || InheritancePhrases.Contains(hint.Words)))
            .Select(hint => hint.Name);
        stated = resource.Ancestors.Concat(hinted).ToEquatableArray();
        _statedAncestors.Add(type, stated);
        return stated;
    }

    /// <summary>
    /// Phrases that introduce an ancestor, in any language. At least a third of the uses of a phrase must be confirmed.
    /// A use is confirmed if the linked type is the annotated base, or if the resource repeats the members of the
    /// linked type.
    /// </summary>
    private HashSet<string> InheritancePhrases => _inheritancePhrases ??= new HashSet<string>(
        Enumerable.Range(0, _bases.Length).Where(type => TypeAt(type).Resource is not null)
            .SelectMany(type => TypeAt(type).Resource!.HintedAncestors, (type, hint) => (type, hint))
            .Where(pair => pair.hint.Members.IsEmpty).GroupBy(pair => pair.hint.Words, StringComparer.Ordinal)
            .Where(same => same.Count(pair => IsConfirmed(pair.hint, pair.type)) is var count
                && count >= Thresholds.ConfirmedPages
                && Thresholds.ConfirmedHints.IsReached(count, same.Count()))
            .Select(same => same.Key),
        StringComparer.Ordinal);

    private bool IsConfirmed(HintedAncestor hint, int type) =>
        Resource(hint.Name, except: type) is { } ancestor
        && (HasHintedMembers(hint, ancestor, type)
            || (TypeAt(type).Resource!.Base is { } annotated && _index.PlaceOf(annotated, out _) == ancestor));

    /// <summary>
    /// Whether the ancestor has every member that the resource describes as inherited from it. If no member is
    /// described so, the resource must repeat at least half of the ancestor's members.
    /// </summary>
    private bool HasHintedMembers(HintedAncestor hint, int ancestor, int type)
    {
        MemberTable members = TypeAt(ancestor).Members;
        return hint.Members.IsEmpty
            ? members.Count > 0 && Thresholds.HintedMembers.IsReached(
                members.All.Count(member => TypeAt(type).Members[member.Name] is not null), members.Count)
            : hint.Members.All(name => members[name] is not null);
    }

    /// <summary>Whether the pages say that a type inherits from <paramref name="ancestor"/>, directly or not.</summary>
    private bool InheritsByDocs(int type, int ancestor)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>([type]);
        while (open.Count > 0 && seen.Count < Limits.Bases * Limits.Ancestors)
        {
            int next = open.Pop();
            if (TypeAt(next).Resource is not { } resource || !seen.Add(next))
                continue;
            foreach (string name in resource.Base is { } annotated
                ? StatedAncestors(next).Append(annotated)
                : StatedAncestors(next))
            {
                if (_index.PlaceOf(name, out _) is not { } found)
                    continue;
                if (found == ancestor)
                    return true;
                open.Push(found);
            }
        }

        return false;
    }

    /// <summary>
    /// Removes the base that would close a cycle or exceed the maximum number of levels. The number of levels is
    /// limited because each type lists all its bases.
    /// </summary>
    private void CutBases(int type)
    {
        // Nearly every chain is short and has no cycle, so a count avoids allocating a set.
        int levels = 0;
        for (int next = _bases[type]; next != TypeHierarchy.NoBase && levels <= Limits.Bases; next = _bases[next])
            levels++;
        if (levels <= Limits.Bases)
            return;
        var seen = new HashSet<int>();
        for (int next = type; _bases[next] is not TypeHierarchy.NoBase and var above; next = above)
        {
            seen.Add(next);
            bool isCircle = seen.Contains(above);
            if (!isCircle && seen.Count <= Limits.Bases)
                continue;
            (string name, string parent) = (TypeAt(next).Name, TypeAt(above).Name);
            _findings.Add(LinkFindings.Of(Rules.BaseLeftOut, TypeAt(next).Page.Path, AnchorKeys.Resource(name), parent,
                name,
                isCircle
                    ? $"the bases of '{parent}' lead back to '{name}'"
                    : $"a type has at most {Limits.Bases} levels of bases"));
            _bases[next] = TypeHierarchy.NoBase;
            return;
        }
    }

    /// <summary>
    /// Adds inherited members to the ancestor that a page names for them, if the ancestor's page omits them.
    /// </summary>
    private MemberTable[] MoveInherited()
    {
        MemberTable[] members = [.. _index.Types.Select(type => type.Members)];
        var moved = new Dictionary<int, Dictionary<string, MemberDefinition>>();
        for (int type = 0; type < members.Length; type++)
        {
            if (!members[type].HasAncestors)
                continue;
            foreach (MemberDefinition member in members[type].All.Where(m => m.InheritedFrom is not null))
            {
                if (Resource(member.InheritedFrom!, except: type) is not { } ancestor || !Inherits(type, ancestor)
                    || HasMember(ancestor, member.Name))
                    continue;
                if (!moved.TryGetValue(ancestor, out Dictionary<string, MemberDefinition>? added))
                    moved.Add(ancestor, added = new Dictionary<string, MemberDefinition>(
                        StringComparer.OrdinalIgnoreCase));
                added.Add(member.Name, member with { InheritedFrom = null });
            }
        }

        foreach (KeyValuePair<int, Dictionary<string, MemberDefinition>> type in moved)
            members[type.Key] = members[type.Key].With(type.Value.Values);
        return members;

        bool HasMember(int type, string name)
        {
            for (int next = type; next != TypeHierarchy.NoBase; next = _bases[next])
            {
                if (members[next][name] is not null
                    || (moved.TryGetValue(next, out Dictionary<string, MemberDefinition>? added)
                        && added.ContainsKey(name)))
                    return true;
            }

            return false;
        }
    }

    private bool Inherits(int type, int ancestor)
    {
        int next = type;
        while (next != TypeHierarchy.NoBase && next != ancestor)
            next = _bases[next];
        return next == ancestor;
    }
}
