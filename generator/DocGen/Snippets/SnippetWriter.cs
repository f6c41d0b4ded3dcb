using System.Text;
using DocGen.Generator.Emission;
using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>
/// Writes the requests that pages show as C# that sends them. All names are those of the linked model; what stands where in a URL and in a
/// body is decided by it alone.
/// </summary>
internal sealed class SnippetWriter(TypeTable types, OperationTable operations)
{
    public Snippet Write(string page, RequestExample example)
    {
        ExampleUrl url = ExampleUrl.Read(example.Target);
        if (operations.Find(page, example.HttpMethod, url) is not { } found)
            return Snippet.None("no operation has its URL");
        Operation operation = found.Operation;
        var notes = new SnippetNotes();
        var values = new ValueCode(types, notes);
        var options = new OptionValues(operation, values, notes);
        if (options.AddArguments(found.Match.Arguments) is { } argument)
            return Snippet.None("the function has no argument '" + argument + "' of this kind", operation);
        options.AddQuery(url.Query);
        options.AddHeaders(example.Headers);
        var body = new BodyValues(example, types, values, notes);
        if (body.Add(operation.Body) is { } problem)
            return Snippet.None(problem, operation);
        Code[] arguments = [.. found.Match.Values.Select(value => Code.Text(Literals.Of(value)))];
        Code call = CallCode.Of(new CallParts(found.Group, operation, found.Match.Url, arguments, [.. options.Members, .. body.Members], body.Payload));
        return new Snippet(
            Text(operation, call, notes), Problem: null, notes.Untyped.ToEquatableArray(), notes.Files.ToEquatableArray(), operation, found.Match.Skipped);
    }

    private string Text(Operation operation, Code call, SnippetNotes notes)
    {
        var text = new StringBuilder();
        foreach (SnippetFile file in notes.Files)
            text.Append("using FileStream ").Append(CSharpText.Identifier(file.Variable)).Append(" = File.OpenRead(").Append(Literals.Of(file.Name)).Append(");\n");
        string[] taken = ["client", "args", .. notes.Files.Select(file => file.Variable)];
        foreach (Code statement in new AnswerCode(types, taken).Of(operation, call))
        {
            statement.Write(text, level: 0, column: 0);
            text.Append('\n');
        }

        return text.ToString();
    }
}
