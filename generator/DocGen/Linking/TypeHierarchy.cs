using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// The base of each type, and the members of each type after inherited members were added to the ancestors.
/// </summary>
/// <param name="index">The types. A type is identified by its index in <see cref="TypeIndex.Types"/>.</param>
/// <param name="bases">The index of each type's base, or <see cref="NoBase"/>. There are no cycles.</param>
/// <param name="members">The members of each type, without inherited members.</param>
internal sealed class TypeHierarchy(TypeIndex index, int[] bases, EquatableArray<MemberTable> members,
    IReadOnlyList<LinkFinding> findings)
{
    public const int NoBase = -1;

    private readonly bool[] _hasDerived = HaveDerived(bases);

    public TypeIndex Index { get; } = index;

    public IReadOnlyList<LinkFinding> Findings { get; } = findings;

    public int Count => bases.Length;

    /// <summary>The index of a type's base, or <see cref="NoBase"/>.</summary>
    public int BaseOf(int type) => bases[type];

    /// <summary>The members of each type, without inherited members.</summary>
    public EquatableArray<MemberTable> Members { get; } = members;

    public bool HasDerived(int type) => _hasDerived[type];

    /// <summary>Returns the member of the type or of one of its bases, by name, ignoring case, or null.</summary>
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
