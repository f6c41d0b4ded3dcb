using System.Globalization;
using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes the client class, with a property for each operation group, and its options class.</summary>
internal static class ClientEmitter
{
    public static string Emit(ApiClientModel client)
    {
        var writer = new CodeWriter();
        FileEmitter.Header(writer, client.Settings.Namespace, pages: [], attribute: SizeAttribute(client));
        // CS8981 warns about type names in lower case, but a project may choose one.
        if (client.Settings.ClientName.All(c => c is >= 'a' and <= 'z'))
            writer.Line("#pragma warning disable CS8981");
        writer.Separate();
        Client(writer, client);
        writer.Separate();
        Options(writer, client);
        return writer.Finish();
    }

    /// <summary>
    /// Returns the attribute that the build task <c>ReportClients</c> reads from the compiled assembly. The task prints
    /// the numbers, because a generator can't write to the output of the build.
    /// </summary>
    private static string SizeAttribute(ApiClientModel client)
    {
        ApiSettings settings = client.Settings;
        string name = settings.Namespace.Length == 0
            ? settings.ClientName
            : settings.Namespace + "." + settings.ClientName;
        return "[assembly: global::System.Reflection.AssemblyMetadata(\"DocGen\", " + CSharpText.Literal(
            name + ": " + Counted(client.Size.Pages, "page") + ", " + Counted(client.Size.Operations, "operation"))
            + ")]";
    }

    private static string Counted(int count, string noun) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");

    private static void Client(CodeWriter writer, ApiClientModel client)
    {
        string name = client.Settings.ClientName;
        ClientMember[] groups = [.. client.Groups.OrderBy(group => group.Name, StringComparer.Ordinal)];

        GeneratedCode.Attribute(writer);
        writer.Line("public partial class " + name + " : " + TypeNames.Runtime + "ServiceClient");
        writer.Open();
        foreach (ClientMember group in groups)
            writer.Line("private " + group.ClassName + "? " + Field(group) + ";");
        writer.Separate();
        writer.Line("/// <summary>Creates a client for the service root in the options.</summary>");
        MemberEmitter.Constructor(writer, "public " + name, [name + "Options options"], ["options"]);
        writer.Separate();
        writer.Line("/// <summary>Creates an instance for mocking.</summary>");
        MemberEmitter.Constructor(writer, "protected " + name, [], []);
        foreach (ClientMember group in groups)
        {
            writer.Separate();
            XmlDoc.Summary(writer, group.Summary);
            writer.Expression("public virtual " + group.ClassName + " " + group.Name, Field(group) + " ??= new(this)");
        }

        writer.Close();
    }

    private static void Options(CodeWriter writer, ApiClientModel client)
    {
        string name = client.Settings.ClientName + "Options";
        writer.Line("/// <summary>Options of the client, such as its service root and credential.</summary>");
        GeneratedCode.Attribute(writer);
        writer.Line("public partial class " + name + " : " + TypeNames.Runtime + "ServiceClientOptions");
        writer.Open();
        if (client.ServiceRoot is { } root)
        {
            writer.Line("/// <summary>Creates options with the documented service root.</summary>");
            writer.Expression(
                "public " + name + "()", "ServiceRoot = new global::System.Uri(" + CSharpText.Literal(root) + ")");
        }

        writer.Close();
    }

    private static string Field(ClientMember group) => EmittedMember.FieldName(group.Name);
}
