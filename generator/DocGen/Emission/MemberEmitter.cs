using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>What resources and requests have in common: properties over fields whose state is kept.</summary>
internal static class MemberEmitter
{
    public static void Fields(CodeWriter writer, IReadOnlyList<JsonMember> members)
    {
        foreach (string field in MemberState.Fields(members.Count))
            writer.Line("private " + TypeNames.Infrastructure + "MemberStates " + field + ";");
        foreach (JsonMember member in members)
            writer.Line("private " + TypeNames.Nullable(member.Type) + " " + member.Field + ";");
    }

    public static void Property(
        CodeWriter writer, JsonMember member, DocText? summary, string? deprecation, bool isRequired)
    {
        writer.Separate();
        XmlDoc.Summary(writer, summary);
        Obsolete(writer, deprecation);
        if (isRequired)
            writer.Line(DisallowNull);
        writer.Line(PropertyHead(member.Type, member.Name, isRequired));
        writer.Open();
        writer.Line("get => " + member.Field + ";");
        writer.Line("set { " + member.Field + " = value; " + member.Assign + " }");
        writer.Close();
    }

    /// <summary>A property without a state: null is left out of what is sent.</summary>
    public static void AutoProperty(CodeWriter writer, string name, TypeRef type, DocText? summary, bool isRequired)
    {
        writer.Separate();
        XmlDoc.Summary(writer, summary);
        if (isRequired)
            writer.Line(DisallowNull);
        writer.Line(PropertyHead(type, name, isRequired) + " { get; set; }");
    }

    /// <summary>Writes a constructor that does nothing but call its base's.</summary>
    public static void Constructor(
        CodeWriter writer, string head, IReadOnlyList<string> parameters, IReadOnlyList<string> baseArguments)
    {
        if (baseArguments.Count == 0)
        {
            writer.List(head, parameters, " { }");
            return;
        }

        writer.List(head, parameters, "");
        writer.Indent();
        writer.List(": base", baseArguments, " { }");
        writer.Unindent();
    }

    public static void Obsolete(CodeWriter writer, string? deprecation)
    {
        if (deprecation is not null)
            writer.Line("[global::System.Obsolete(" + CSharpText.Literal(deprecation) + ")]");
    }

    // A required member is null until it is assigned, which is why its type says so and its setter refuses it.
    private const string DisallowNull = "[global::System.Diagnostics.CodeAnalysis.DisallowNull]";

    private static string PropertyHead(TypeRef type, string name, bool isRequired) =>
        "public " + (isRequired ? "required " : "") + TypeNames.Nullable(type) + " " + CSharpText.Identifier(name);
}
