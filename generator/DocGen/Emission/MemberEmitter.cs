using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>
/// Writes the parts that resources and requests have in common: fields, properties, constructors and methods.
/// </summary>
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

    /// <summary>Writes a property without a state: null is not sent.</summary>
    /// <param name="comment">The documentation line of a property without a summary, or null.</param>
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

    /// <summary>Writes a constructor that calls its base constructor and runs the statements, if any.</summary>
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

    /// <summary>Writes a method. One statement gets a block too, so that a second one adds only one line.</summary>
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

    // A required member is null until callers assign it. So its type is nullable, and its setter does not accept null.
    private const string DisallowNull = "[global::System.Diagnostics.CodeAnalysis.DisallowNull]";

    private static string PropertyHead(TypeRef type, string name, bool isRequired) =>
        "public " + (isRequired ? "required " : "") + TypeNames.Nullable(type) + " " + CSharpText.Identifier(name);
}
