using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// What the pages of a set define of types, to compare two links of the set by: an answer that rests on nothing which has changed
/// need not be asked for again.
/// </summary>
internal sealed class TypeFacts
{
    private readonly PageModel[] _pages;
    private readonly TypeFact[] _types;

    /// <param name="types">All that pages define, each at its place, with their classes and bases.</param>
    /// <param name="earlier">Facts of the set as it was, which what is unchanged is shared with.</param>
    public TypeFacts(PageModel[] pages, IReadOnlyList<TypeEntry> types, TypeFacts? earlier)
    {
        _pages = pages;
        _types = new TypeFact[types.Count];
        TypeFact[]? known = earlier?._types.Length == types.Count ? earlier._types : null;
        foreach (TypeEntry type in types)
            FactOf(type, known);
    }

    /// <summary>What has changed since other facts of the set.</summary>
    public TypeChanges ChangesSince(TypeFacts earlier)
    {
        var changes = new TypeChanges();
        if (earlier._pages.Length != _pages.Length || earlier._types.Length != _types.Length)
            return TypeChanges.Everything;
        for (int i = 0; i < _pages.Length; i++)
        {
            if (!ReferenceEquals(_pages[i], earlier._pages[i]) && !changes.TryAdd(earlier._pages[i], _pages[i]))
                return TypeChanges.Everything;
        }

        for (int i = 0; i < _types.Length; i++)
        {
            if (!ReferenceEquals(_types[i], earlier._types[i]) && !changes.TryAdd(earlier._types[i], _types[i]))
                return TypeChanges.Everything;
        }

        return changes;
    }

    /// <summary>Bases go first: a type with a base that has changed has changed too.</summary>
    private TypeFact FactOf(TypeEntry type, TypeFact[]? known)
    {
        if (_types[type.Place] is { } fact)
            return fact;
        TypeFact? above = type.Base is { } parent ? FactOf(parent, known) : null;
        return _types[type.Place] = known?[type.Place] is { } before && before.IsOf(type, above) ? before : new TypeFact(type, above);
    }
}
