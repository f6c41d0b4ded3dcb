using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes the class of a structured type with the code that reads, writes and copies its JSON.</summary>
internal static class ResourceEmitter
{
    public static void Emit(CodeWriter writer, StructuredType type, TypeNames names)
    {
        Property[] properties =
        [
            .. type.Properties
                .Where(property => property.Type.Kind != TypeKind.Stream) // has its own URL and is no part of the JSON
                .OrderBy(property => property.Name, StringComparer.Ordinal),
        ];
        JsonMember[] members = [.. properties.Select((property, ordinal) =>
            new JsonMember(property.JsonName, property.Name, property.Type, new MemberState(ordinal)))];

        Documentation(writer, type);
        MemberEmitter.Obsolete(writer, type.Deprecation);
        writer.Declaration("public partial class " + type.Name, type.Base ?? TypeNames.Runtime + "ApiResource");
        writer.Open();
        MemberEmitter.Fields(writer, members);
        for (int i = 0; i < members.Length; i++)
        {
            MemberEmitter.Property(
                writer, members[i], properties[i].Summary, properties[i].Deprecation, isRequired: false);
        }

        Clone(writer, type);
        ReadJson(writer, type);
        TypeName(writer, type);
        if (members.Length > 0)
        {
            ReadMember(writer, members, names);
            WriteMembers(writer, members);
            HasChanges(writer, members);
            CloneMembers(writer, members);
        }

        writer.Close();
    }

    private static void Documentation(CodeWriter writer, StructuredType type)
    {
        XmlDoc.Summary(writer, type.Summary);
        var remarks = new List<string>();
        if (type.IsPlaceholder)
            remarks.Add("No page of the docs defines this type: its members are in <c>AdditionalProperties</c>.");
        if (type.IsAbstract)
            remarks.Add("An abstract type: the service sends one of the types derived from it.");
        if (type.IsOpen && !type.IsPlaceholder)
            remarks.Add("An open type: members that the docs do not name are kept in <c>AdditionalProperties</c>.");
        if (XmlDoc.Origins(type.Origins) is { Length: > 0 } origins)
            remarks.Add(origins);
        XmlDoc.Element(writer, "remarks", string.Join("\n", remarks));
    }

    private static void Clone(CodeWriter writer, StructuredType type)
    {
        writer.Separate();
        writer.Line("/// <summary>A copy that shares nothing with this object.</summary>");
        writer.Line("public override " + type.Name + " Clone() => (" + type.Name + ")base.Clone();");
    }

    private static void ReadJson(CodeWriter writer, StructuredType type)
    {
        DerivedType[] derived =
        [
            .. type.Derived
                .Where(candidate => candidate.ODataName != type.ODataName)
                .GroupBy(candidate => candidate.ODataName)
                .Select(group => group.First())
                .OrderBy(candidate => candidate.ODataName, StringComparer.Ordinal),
        ];
        string create = derived.Length == 0
            ? "static () => new " + type.Name + "()"
            : "static odataType => CreateInstance(odataType)";

        writer.Separate();
        writer.Expression(
            "internal static " + (type.Base is null ? "" : "new ") + type.Name + "? ReadJson",
            ["ref " + TypeNames.JsonReader + " reader"],
            new Call(TypeNames.Infrastructure + "JsonRead.Resource", "ref reader", create));
        if (derived.Length == 0)
            return;

        writer.Separate();
        writer.Line("private static " + type.Name + " CreateInstance(string? odataType) => odataType switch");
        writer.Open();
        foreach (DerivedType candidate in derived)
            writer.Line(CSharpText.Literal(candidate.ODataName) + " => new " + candidate.Name + "(),");
        writer.Line("_ => new " + type.Name + "(),");
        writer.Close(";");
    }

    private static void TypeName(CodeWriter writer, StructuredType type)
    {
        if (type.ODataName is null)
            return;
        writer.Separate();
        writer.Expression("protected override string? ODataTypeName", CSharpText.Literal(type.ODataName));
    }

    private static void ReadMember(CodeWriter writer, JsonMember[] members, TypeNames names)
    {
        writer.Separate();
        writer.List(
            "protected override bool ReadMember",
            ["global::System.ReadOnlySpan<byte> name", "ref " + TypeNames.JsonReader + " reader"],
            "");
        writer.Open();
        writer.Line("switch (name.Length)");
        writer.Open();
        foreach (JsonMember member in members.OrderBy(member => CSharpText.Utf8Length(member.JsonName)))
        {
            string length = CSharpText.Number(CSharpText.Utf8Length(member.JsonName));
            string name = CSharpText.Utf8Literal(member.JsonName);
            writer.Line("case " + length + " when global::System.MemoryExtensions.SequenceEqual(name, " + name + "):");
            writer.Indent();
            writer.Statement(member.Field + " = ", names.Read(member.Type, "reader"));
            writer.Line(member.State.Field + ".Read(" + CSharpText.Number(member.State.Index) + ");");
            writer.Line("return true;");
            writer.Unindent();
        }

        writer.Line("default:");
        writer.Indent();
        writer.Line("return base.ReadMember(name, ref reader);");
        writer.Unindent();
        writer.Close();
        writer.Close();
    }

    private static void WriteMembers(CodeWriter writer, JsonMember[] members)
    {
        writer.Separate();
        writer.Line("protected override void WriteMembers(" + TypeNames.Infrastructure + "ResourceWriter writer)");
        writer.Open();
        writer.Line("base.WriteMembers(writer);");
        foreach (JsonMember member in members)
            writer.Statement("", TypeNames.Write(member));
        writer.Close();
    }

    private static void HasChanges(CodeWriter writer, JsonMember[] members)
    {
        var terms = new List<string> { "base.HasChanges" };
        terms.AddRange(MemberState.Fields(members.Length).Select(field => field + ".AnyChanged"));
        foreach (JsonMember member in members)
        {
            if (member.Type.IsCollection)
                terms.Add(TypeNames.Infrastructure + "ChangesOf.Collection(" + member.Field + ")");
            else if (member.Type.Kind == TypeKind.Resource)
                terms.Add(TypeNames.Infrastructure + "ChangesOf.Resource(" + member.Field + ")");
        }

        writer.Separate();
        writer.Chain("protected override bool HasChanges =>", "||", terms);
    }

    private static void CloneMembers(CodeWriter writer, JsonMember[] members)
    {
        (string Field, string Copy)[] copies =
        [
            .. from member in members
               let copy = TypeNames.Copy(member.Type, member.Field)
               where copy is not null
               select (member.Field, copy),
        ];
        if (copies.Length == 0)
            return;

        writer.Separate();
        writer.Line("protected override void CloneMembers()");
        writer.Open();
        writer.Line("base.CloneMembers();");
        foreach ((string field, string copy) in copies)
            writer.Line(field + " = " + copy + ";");
        writer.Close();
    }
}
