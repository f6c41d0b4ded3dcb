using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Emission;

/// <summary>Writes the class of a structured type, with the code that reads, writes and copies its JSON.</summary>
internal static class ResourceEmitter
{
    public static void Emit(CodeWriter writer, StructuredType type)
    {
        Property[] properties =
        [
            .. type.Properties
                .Where(property => property.Type.Kind != TypeKind.Stream) // has its own URL and is not in the JSON
                .OrderBy(property => property.Name, StringComparer.Ordinal),
        ];
        EmittedMember[] members =
            [.. properties.Select(property => new EmittedMember(property.JsonName, property.Name, property.Type))];

        Documentation(writer, type);
        MemberEmitter.Obsolete(writer, type.Deprecation);
        Display(writer, properties);
        JsonResolverEmitter.Converter(writer, "ResourceConverter", type.Name);
        GeneratedCode.Attribute(writer);
        writer.Declaration(
            "public partial class " + type.Name,
            (type.Base ?? TypeNames.Runtime + "ApiResource") + ", " + Contract(type));
        writer.Open();
        MemberEmitter.Fields(writer, members);
        for (int i = 0; i < members.Length; i++)
        {
            MemberEmitter.Property(
                writer, members[i], properties[i].Summary, properties[i].Deprecation, isRequired: false);
        }

        Clone(writer, type);
        Create(writer, type);
        TypeName(writer, type);
        if (members.Length > 0)
        {
            ReadMember(writer, type, members);
            WriteMembers(writer, type, members);
            VisitMembers(writer, type, members);
        }

        MemberBits.Types(writer, members);
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

    // Properties that the debugger shows, in order of preference. They never contain secrets.
    private static readonly string[] Naming = ["DisplayName", "Name", "Title", "Subject"];

    private static void Display(CodeWriter writer, Property[] properties)
    {
        string[] strings = [.. properties.Where(one => one.Type == TypeRef.String).Select(one => one.Name)];
        string? name = Array.Find(Naming, strings.Contains);
        string? id = strings.Contains("Id") ? "Id" : null;
        if (name is null && id is null)
            return;
        string shown = string.Join(" ",
            new[] { name, id }.Where(one => one is not null).Select(one => "{" + one + "}"));
        writer.Line("[global::System.Diagnostics.DebuggerDisplay(" + CSharpText.Literal(shown) + ")]");
    }

    private static void Clone(CodeWriter writer, StructuredType type)
    {
        writer.Separate();
        writer.Expression("public override " + type.Name + " Clone()", "(" + type.Name + ")base.Clone()");
    }

    private static void Create(CodeWriter writer, StructuredType type)
    {
        DerivedType[] derived =
        [
            .. type.Derived
                .Where(candidate => !candidate.ODataName.Equals(type.ODataName, StringComparison.OrdinalIgnoreCase))
                .GroupBy(candidate => candidate.ODataName, StringComparer.OrdinalIgnoreCase)
                .Select(group => group.First())
                .OrderBy(candidate => candidate.ODataName, StringComparer.Ordinal),
        ];
        string contract = Contract(type) + ".";
        writer.Separate();
        writer.Expression("static " + type.Name + " " + contract + "Create()", "new()");
        // A derived class must not inherit this value from its base class.
        if (derived.Length > 0 || type.Base is not null)
        {
            writer.Separate();
            writer.Line("protected override bool HasDerivedTypes => " + (derived.Length > 0 ? "true;" : "false;"));
        }

        if (derived.Length == 0)
            return;

        writer.Separate();
        writer.Line("static " + type.Name + "? " + contract + "CreateDerived(string odataType) =>");
        writer.Indent();
        writer.Line("odataType.Length switch");
        writer.Open();
        foreach (DerivedType candidate in derived)
        {
            string length = CSharpText.Number(candidate.ODataName.Length);
            writer.Arm(length + " when " + ReservedNames.NamesType + "(odataType, "
                + CSharpText.Literal(candidate.ODataName) + ")", new Call("new " + candidate.Name));
        }

        writer.Line("_ => null,");
        writer.Close(";");
        writer.Unindent();
    }

    private static string Contract(StructuredType type) => TypeNames.Infrastructure + "IResource<" + type.Name + ">";

    private static void TypeName(CodeWriter writer, StructuredType type)
    {
        if (type.ODataName is null)
            return;
        writer.Separate();
        writer.Expression("protected override string? ODataTypeName", CSharpText.Literal(type.ODataName));
    }

    private static void ReadMember(CodeWriter writer, StructuredType type, EmittedMember[] members)
    {
        writer.Separate();
        writer.Line("protected override bool ReadMember(ref " + TypeNames.Reader + " reader) =>");
        writer.Indent();
        writer.Line("reader.NameLength switch");
        writer.Open();
        foreach (EmittedMember member in members.OrderBy(member => CSharpText.Utf8Length(member.JsonName)))
        {
            string length = CSharpText.Number(CSharpText.Utf8Length(member.JsonName));
            string name = CSharpText.Utf8Literal(member.JsonName);
            writer.Arm(length + " when reader.Is(" + name + ")", TypeNames.Read(member));
        }

        writer.Line(type.Base is null ? "_ => false," : "_ => base.ReadMember(ref reader),");
        writer.Close(";");
        writer.Unindent();
    }

    private static void WriteMembers(CodeWriter writer, StructuredType type, EmittedMember[] members) =>
        MemberEmitter.Method(
            writer,
            "protected override void WriteMembers(" + TypeNames.Writer + " writer)",
            [.. CallsBase(type, "WriteMembers", "writer"), .. members.Select(TypeNames.Write)]);

    private static void VisitMembers(CodeWriter writer, StructuredType type, EmittedMember[] members)
    {
        IEnumerable<string> mutable =
            members.Where(member => TypeNames.IsMutable(member.Type)).Select(member => member.Field);
        MemberEmitter.Method(
            writer,
            "protected override void VisitMembers(ref " + TypeNames.Infrastructure + "MemberVisitor visitor)",
            [
                .. CallsBase(type, "VisitMembers", "ref visitor"),
                .. MemberBits.Words(members.Length).Concat(mutable)
                    .Select(field => new Call("visitor.Visit", "ref " + field)),
            ]);
    }

    // The methods of the runtime's base class do nothing, so a class that derives directly from it does not call them.
    private static IEnumerable<Call> CallsBase(StructuredType type, string method, string argument) =>
        type.Base is null ? [] : [new Call("base." + method, argument)];
}
