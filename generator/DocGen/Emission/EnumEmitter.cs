using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>
/// Writes an open enum: a struct that contains the string from the wire, so that undocumented values are kept. It also
/// has constants for <c>switch</c>.
/// </summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter writer, EnumType type)
    {
        EnumMember[] members = [.. type.Members.OrderBy(member => member.Name, StringComparer.Ordinal)];
        string name = type.Name;

        XmlDoc.Summary(writer, type.Summary);
        XmlDoc.Element(writer, "remarks", XmlDoc.Origins(type.Origins));
        JsonResolverEmitter.Converter(writer, "OpenEnumConverter", name);
        GeneratedCode.Attribute(writer);
        writer.Declaration(
            "public readonly partial record struct " + name, TypeNames.Infrastructure + "IOpenEnum<" + name + ">");
        writer.Open();
        writer.Line("private readonly string? _value;");
        Constructor(writer, name);
        foreach (EnumMember member in members)
        {
            writer.Separate();
            XmlDoc.Summary(writer, member.Summary);
            writer.Expression("public static " + name + " " + member.Name, "new(Values." + member.Name + ")");
        }

        writer.Separate();
        writer.Line("public string Value => _value ?? \"\";");
        writer.Separate();
        writer.Line("public override string ToString() => Value;");
        Conversions(writer, name);
        if (type.IsFlags)
            Flags(writer, name);
        writer.Separate();
        writer.Expression(
            "static " + name + " " + TypeNames.Infrastructure + "IOpenEnum<" + name + ">.From", ["string value"],
            "new(value)");
        Values(writer, members);
        writer.Close();
    }

    private static void Constructor(CodeWriter writer, string name)
    {
        writer.Separate();
        writer.Line("/// <summary>Creates a value, documented or not.</summary>");
        writer.Expression(
            "public " + name, ["string value"], "_value = " + TypeNames.Infrastructure + "OpenEnum.Kept(value)");
    }

    // Strings convert implicitly, so that code uses an undocumented value like a documented one. Only Value converts to
    // a string, because an implicit conversion could turn a comparison of values into a comparison of strings. The
    // conversion to the nullable type turns null into null. The other conversion would throw.
    private static void Conversions(CodeWriter writer, string name)
    {
        writer.Separate();
        writer.Line("public static implicit operator " + name + "(string value) => new(value);");
        writer.Separate();
        writer.Expression(
            "public static implicit operator " + name + "?", ["string? value"], "value is null ? null : new(value)");
    }

    private static void Flags(CodeWriter writer, string name)
    {
        writer.Separate();
        writer.Line("/// <summary>Combines the values of both, joined with a comma as the service does.</summary>");
        writer.Expression(
            "public static " + name + " operator |",
            [name + " left", name + " right"],
            "new(" + TypeNames.Infrastructure + "OpenEnum.Join(left.Value, right.Value))");
        writer.Separate();
        writer.Line("/// <summary>Whether this contains every value of <paramref name=\"flags\"/>.</summary>");
        writer.Expression(
            "public bool HasFlag",
            [name + " flags"],
            TypeNames.Infrastructure + "OpenEnum.Contains(Value, flags.Value)");
    }

    private static void Values(CodeWriter writer, EnumMember[] members)
    {
        if (members.Length == 0)
            return;
        writer.Separate();
        writer.Line("/// <summary>The documented values, as constants for <c>switch</c>.</summary>");
        writer.Line("public static class Values");
        writer.Open();
        foreach (EnumMember member in members)
            writer.Line("public const string " + member.Name + " = " + CSharpText.Literal(member.Value) + ";");
        writer.Close();
    }
}
