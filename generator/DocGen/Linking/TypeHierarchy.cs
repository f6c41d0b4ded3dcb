using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The base of every type, and the members that belong to it once inherited ones have moved to their
/// ancestors.</summary>
/// <param name="index">Numbers the types: a type is its place among them.</param>
/// <param name="bases">The place of each type's base, or <see cref="NoBase"/>. No type is its own ancestor.</param>
/// <param name="members">Each type's own members.</param>
internal sealed class TypeHierarchy(TypeIndex index, int[] bases, EquatableArray<MemberTable> members,
    IReadOnlyList<LinkFinding> findings)
{
    public const int NoBase = -1;

    private readonly bool[] _hasDerived = HaveDerived(bases);

    public TypeIndex Index { get; } = index;

    public IReadOnlyList<LinkFinding> Findings { get; } = findings;

    public int Count => bases.Length;

    /// <summary>The place of a type's base, or <see cref="NoBase"/>.</summary>
    public int BaseOf(int type) => bases[type];

    /// <summary>The members of each type.</summary>
    public EquatableArray<MemberTable> Members { get; } = members;

    public bool HasDerived(int type) => _hasDerived[type];

    /// <summary>A member of the type or of one of its bases, by name without regard to case.</summary>
    public MemberDefinition? MemberOf(int type, string name)
    {
        for (int next = type; next != NoBase; next = bases[next])
        {
            if (Members[next][name] is { } member)
                return member;
        }

        return null;
    }

    private static bool[] HaveDerived(int[] bases)
    {
        bool[] have = new bool[bases.Length];
        foreach (int parent in bases)
        {
            if (parent != NoBase)
                have[parent] = true;
        }

        return have;
    }
}
