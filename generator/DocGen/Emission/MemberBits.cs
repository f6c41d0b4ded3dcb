using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Emission;

/// <summary>
/// Writes the fields and types that record which members of a class were read or assigned. Each <c>MemberStates</c>
/// word holds 16 members. A private enum numbers the members by order, so that a new member adds one line.
/// </summary>
internal static class MemberBits
{
    private const string Type = TypeNames.Infrastructure + "MemberStates";

    /// <summary>Returns the field that holds all states of a class.</summary>
    public static string Field(int members) =>
        members > Limits.MembersAWord ? ReservedNames.WordsField : ReservedNames.StatesField;

    /// <summary>Returns an expression for each word of the states.</summary>
    public static IEnumerable<string> Words(int members) => members > Limits.MembersAWord
        ? Enumerable.Range(0, WordsFor(members))
            .Select(word => ReservedNames.WordsField + "[" + CSharpText.Number(word) + "]")
        : Enumerable.Repeat(ReservedNames.StatesField, members > 0 ? 1 : 0);

    /// <summary>Returns the number of a member, as an argument.</summary>
    public static string Number(string member) =>
        "(int)" + ReservedNames.NumbersEnum + "." + CSharpText.Identifier(member);

    /// <summary>Declares the field of the states, before the members' fields.</summary>
    public static void Declare(CodeWriter writer, int members) => writer.Line(members > Limits.MembersAWord
        ? "private " + ReservedNames.WordsStruct + " " + ReservedNames.WordsField + ";"
        : "private " + Type + " " + ReservedNames.StatesField + ";");

    /// <summary>Declares the types that the states need, at the end of the class.</summary>
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

    // Calls pass the first word by reference. The runtime finds the word of a member by the member's number.
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
