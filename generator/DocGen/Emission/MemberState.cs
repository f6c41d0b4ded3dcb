using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Emission;

/// <summary>
/// Where a class keeps whether a member was read or assigned: a bit of a <c>MemberStates</c> field, each of which holds
/// 16 members.
/// </summary>
internal readonly record struct MemberState(int Ordinal)
{
    private const int WordSize = 16;

    public string Field => FieldOf(Ordinal / WordSize);

    public int Index => Ordinal % WordSize;

    public static IEnumerable<string> Fields(int members)
    {
        for (int word = 0; word * WordSize < members; word++)
            yield return FieldOf(word);
    }

    private static string FieldOf(int word) =>
        ReservedNames.StatesField + (word == 0 ? "" : CSharpText.Number(word + 1));
}
