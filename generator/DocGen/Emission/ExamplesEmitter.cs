using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes the example responses of a doc set, for tests of code that uses the client of that set.</summary>
internal static class ExamplesEmitter
{
    private const string Handler = TypeNames.Runtime + "ExampleHandler";

    public static string Emit(ApiSettings settings, IEnumerable<(string RequestClass, ExampleAnswer Answer)> examples)
    {
        var writer = new CodeWriter();
        FileEmitter.Header(writer, settings.Namespace, pages: []);
        writer.Separate();
        writer.Line("/// <summary>Example responses from the docs, for tests without a server.</summary>");
        GeneratedCode.Attribute(writer);
        writer.Line("public static partial class " + settings.ClientName + "Examples");
        writer.Open();
        writer.Line(
            "/// <summary>Creates a handler that returns them. Set the option <c>HttpClient</c> to " +
            "<c>new(handler)</c>.</summary>");
        writer.Line("public static " + Handler + " CreateHandler() => new(");
        writer.Line("[");
        writer.Indent();
        foreach ((string, ExampleAnswer) example in examples)
            writer.Line(Answer(example) + ",");
        writer.Unindent();
        writer.Line("]);");
        writer.Close();
        return writer.Finish();
    }

    private static string Answer((string RequestClass, ExampleAnswer Answer) example) => "new(" + string.Join(", ",
        CSharpText.Literal(example.RequestClass),
        Strings(example.Answer.Names),
        CSharpText.Number(example.Answer.Status),
        Strings(example.Answer.Headers),
        CSharpText.Literal(example.Answer.Body)) + ")";

    private static string Strings(IEnumerable<string> values) =>
        "[" + string.Join(", ", values.Select(CSharpText.Literal)) + "]";
}
