using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>What resources and requests have in common: properties over fields whose state is kept.</summary>
internal static class MemberEmitter
{
    /// <summary>Declares the members' fields and the field of their states.</summary>
    public static void Fields(CodeWriter writer, IReadOnlyList<EmittedMember> members)
    {
        if (members.Count == 0)
            return;
        MemberBits.Declare(writer, members.Count);
        foreach (EmittedMember member in members)
            writer.Line("private " + member.FieldType + " " + member.Field + ";");
    }

    public static void Property(
        CodeWriter writer, EmittedMember member, DocText? summary, string? deprecation, bool isRequired)
    {
        writer.Separate();
        XmlDoc.Summary(writer, summary);
        Obsolete(writer, deprecation);
        if (isRequired)
            writer.Line(DisallowNull);
        string head = PropertyHead(member.Type, member.Name, isRequired);
        string[] accessors = ["get => " + member.Field + ";", "set => " + member.Assignment + ";"];
        string line = head + " { " + string.Join(" ", accessors) + " }";
        if (line.Length <= writer.Width)
        {
            writer.Line(line);
            return;
        }

        writer.Line(head);
        writer.Open();
        foreach (string accessor in accessors)
            writer.Line(accessor);
        writer.Close();
    }

    /// <summary>A property without a state: null is left out of what is sent.</summary>
    /// <param name="comment">Documentation in place of a summary, or null.</param>
    public static void AutoProperty(CodeWriter writer, string name, TypeRef type, DocText? summary, bool isRequired,
        string? comment = null)
    {
        writer.Separate();
        XmlDoc.Summary(writer, summary);
        if (comment is not null)
            writer.Line("/// " + comment);
        if (isRequired)
            writer.Line(DisallowNull);
        writer.Line(PropertyHead(type, name, isRequired) + " { get; set; }");
    }

    /// <summary>Writes a constructor that calls its base's and does nothing else, or what the statements say.</summary>
    public static void Constructor(
        CodeWriter writer,
        string head,
        IReadOnlyList<string> parameters,
        IReadOnlyList<string> baseArguments,
        IReadOnlyList<string>? statements = null)
    {
        string tail = statements is { Count: > 0 } ? "" : " { }";
        string line = head + "(" + string.Join(", ", parameters) + ")";
        if (baseArguments.Count > 0)
            line += " : base(" + string.Join(", ", baseArguments) + ")";
        if (baseArguments.Count == 0)
        {
            writer.List(head, parameters, tail);
        }
        else if (line.Length + tail.Length <= writer.Width)
        {
            writer.Line(line + tail);
        }
        else
        {
            writer.List(head, parameters, "");
            writer.Indent();
            writer.List(": base", baseArguments, tail);
            writer.Unindent();
        }

        if (tail.Length > 0)
            return;
        writer.Open();
        foreach (string statement in statements!)
            writer.Line(statement);
        writer.Close();
    }

    /// <summary>Writes a method. A block also for one statement: the next one is then one line more and no
    /// other.</summary>
    public static void Method(CodeWriter writer, string head, IReadOnlyList<Call> statements)
    {
        writer.Separate();
        writer.Line(head);
        writer.Open();
        foreach (Call statement in statements)
            writer.Statement("", statement);
        writer.Close();
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
