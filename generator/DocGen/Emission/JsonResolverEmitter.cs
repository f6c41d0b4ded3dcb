using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>
/// Writes the resolver that lets <c>JsonSerializer</c> read and write a client's types without reflection.
/// </summary>
internal static class JsonResolverEmitter
{
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata.";

    public static string Emit(ClientTypes types)
    {
        string name = types.Settings.JsonResolverName;
        var writer = new CodeWriter();
        FileEmitter.Header(writer, types.Settings.Namespace, pages: []);
        writer.Separate();
        writer.Line(
            "/// <summary>Lets <c>JsonSerializer</c> read and write the client's types as the client does, without " +
            "reflection. Set it");
        writer.Line(
            "/// as the <c>TypeInfoResolver</c> of the serializer's options, alone or combined with others.</summary>");
        GeneratedCode.Attribute(writer);
        writer.Declaration("public sealed partial class " + name, Metadata + "IJsonTypeInfoResolver");
        writer.Open();
        writer.Line("public static " + name + " Default { get; } = new();");
        writer.Separate();
        writer.List(
            "public " + Metadata + "JsonTypeInfo? GetTypeInfo",
            ["global::System.Type type", "global::System.Text.Json.JsonSerializerOptions options"], "");
        writer.Open();
        writer.Line("var types = new " + TypeNames.Infrastructure + "JsonTypes(type, options);");
        foreach (string resource in types.Resources)
            writer.Line("types.Resource<" + resource + ">();");
        foreach (string choice in types.Enums)
            writer.Line("types.Enum<" + choice + ">();");
        writer.Line("return types.Info;");
        writer.Close();
        writer.Close();
        return writer.Finish();
    }

    /// <summary>
    /// Writes the attribute that sets a type's converter for <c>JsonSerializer</c>, whatever the serializer's options
    /// are.
    /// </summary>
    public static void Converter(CodeWriter writer, string converter, string type)
    {
        writer.Line("[global::System.Text.Json.Serialization.JsonConverter(");
        writer.Line("    typeof(" + TypeNames.Infrastructure + converter + "<" + type + ">))]");
    }
}
