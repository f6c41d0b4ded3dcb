using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Emission;

/// <summary>
/// Writes where a class keeps whether each of its members was read or assigned: in <c>MemberStates</c>, each a word for
/// 16 members, under the member's number in an enum. The enum numbers by order, so that a member that comes is one line
/// more.
/// </summary>
internal static class MemberBits
{
    private const string Type = TypeNames.Infrastructure + "MemberStates";

    /// <summary>The field that has all the states of a class.</summary>
    public static string Field(int members) =>
        members > Limits.MembersAWord ? ReservedNames.WordsField : ReservedNames.StatesField;

    /// <summary>Each word of the states.</summary>
    public static IEnumerable<string> Words(int members) => members > Limits.MembersAWord
        ? Enumerable.Range(0, WordsFor(members))
            .Select(word => ReservedNames.WordsField + "[" + CSharpText.Number(word) + "]")
        : Enumerable.Repeat(ReservedNames.StatesField, members > 0 ? 1 : 0);

    /// <summary>The argument that is a member's number.</summary>
    public static string Number(string member) =>
        "(int)" + ReservedNames.NumbersEnum + "." + CSharpText.Identifier(member);

    /// <summary>Declares the states, before the members' fields.</summary>
    public static void Declare(CodeWriter writer, int members) => writer.Line(members > Limits.MembersAWord
        ? "private " + ReservedNames.WordsStruct + " " + ReservedNames.WordsField + ";"
        : "private " + Type + " " + ReservedNames.StatesField + ";");

    /// <summary>Declares the types that the class needs for its states, at its end.</summary>
    public static void Types(CodeWriter writer, IReadOnlyList<EmittedMember> members)
    {
        if (members.Count == 0)
            return;
        if (members.Count > Limits.MembersAWord)
            Words(writer, WordsFor(members.Count));
        writer.Separate();
        writer.Line("private enum " + ReservedNames.NumbersEnum);
        writer.Open();
        foreach (EmittedMember member in members)
            writer.Line(CSharpText.Identifier(member.Name) + ",");
        writer.Close();
    }

    // The runtime finds the word by the number, so that all members are handed over with the first word.
    private static void Words(CodeWriter writer, int words)
    {
        writer.Separate();
        writer.Line("private ref " + Type + " " + ReservedNames.StatesField + " => ref " + ReservedNames.WordsField
            + "[0];");
        writer.Separate();
        writer.Line("[global::System.Runtime.CompilerServices.InlineArray(" + CSharpText.Number(words) + ")]");
        writer.Line("private struct " + ReservedNames.WordsStruct);
        writer.Open();
        writer.Line("private " + Type + " _first;");
        writer.Close();
    }

    private static int WordsFor(int members) => (members + Limits.MembersAWord - 1) / Limits.MembersAWord;
}
