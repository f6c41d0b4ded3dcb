using System.Text;
using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>
/// Writes C# code for the requests on pages. All names come from the linked model, which also decides the positions of
/// values in URLs and bodies. If no method of an operation can send a request, the code contains its verb, URL and
/// JSON.
/// </summary>
/// <param name="types">The emitted types.</param>
/// <param name="operations">The emitted operations.</param>
/// <param name="host">The host of the service, or null if the docs don't have it.</param>
internal sealed class SnippetWriter(TypeTable types, OperationTable operations, string? host = null)
{
    /// <summary>Creates a writer for the files of a doc set.</summary>
    public static SnippetWriter Of(IReadOnlyCollection<ApiFile> files, string? serviceRoot)
    {
        var types = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (ApiFile file in files)
        {
            foreach (StructuredType type in file.Types)
                types[type.Name] = type;
            foreach (EnumType type in file.Enums)
                types[type.Name] = type;
        }

        return new SnippetWriter(
            new TypeTable(name => types.TryGetValue(name, out object? type) ? type : null),
            new OperationTable(files.Select(file => file.Operations).OfType<OperationGroup>()),
            serviceRoot is null ? null : ExampleUrl.Read(serviceRoot).Host);
    }

    public Snippet Write(string page, RequestExample example)
    {
        ExampleUrl url = ExampleUrl.Read(example.Target);
        OperationTable.Found? found = operations.Find(page, example.HttpMethod, url);
        if (found is null && host is not null && url.Host is { } other && other != host)
            return Snippet.Foreign;
        string problem = "no operation has its URL";
        if (found is not null && Typed(found, url, example, out problem) is { } snippet)
            return snippet;
        var notes = new SnippetNotes();
        return RawSnippet.Of(example, url, found, notes) is { } raw
            ? new Snippet(Text(raw), problem, EquatableArray.Of(problem), notes.Files.ToEquatableArray(),
                found?.Operation, found?.Match.Skipped ?? url.RootLength)
            : Snippet.None(problem, found?.Operation);
    }

    private Snippet? Typed(OperationTable.Found found, ExampleUrl url, RequestExample example, out string problem)
    {
        Operation operation = found.Operation;
        var notes = new SnippetNotes();
        var values = new ValueCode(types, notes);
        var members = new Assignments();
        var options = new OptionValues(operation, members, values, notes);
        problem = options.AddArguments(found.Match.Arguments) is { } argument
            ? "the function has no argument '" + argument + "' that takes this value" : "";
        options.AddQuery(url.Query);
        options.AddHeaders(example.Headers);
        var body = new BodyValues(example, members, types, values, notes);
        if (problem.Length == 0)
            problem = body.Add(operation.Body) ?? Missing(operation, members) ?? "";
        Code?[] arguments =
            [.. found.Match.Values.Zip(found.Match.Url.Parameters, (value, parameter) =>
            values.OfText(value, parameter.Type ?? TypeRef.String))];
        int misfit = Array.IndexOf(arguments, null);
        if (problem.Length == 0 && misfit >= 0)
            problem =
                "the value of '" + found.Match.Url.Parameters[misfit].WireName + "' in its URL is not of type "
                    + found.Match.Url.Parameters[misfit].Type;
        if (problem.Length > 0)
            return null;
        Code call =
            CallCode.Of(
            new CallParts(found.Group, operation, found.Match.Url, arguments!, [.. members.Items, .. options.Others],
            body.Payload));
        string[] taken = ["client", "args", .. notes.Files.Select(file => file.Variable)];
        return new Snippet(
            Text(notes.Files.Select(file => file.Opened).Concat(new AnswerCode(taken).Of(operation, call))),
            Problem: null, notes.Untyped.ToEquatableArray(), notes.Files.ToEquatableArray(), operation,
                found.Match.Skipped);
    }

    /// <summary>
    /// Returns a problem if a required member has no value, because the code would not compile without it.
    /// </summary>
    private static string? Missing(Operation operation, Assignments members)
    {
        IEnumerable<BodyMember> own = operation.Body switch
        {
            RequestBody.Json json =>
                json.Members.Where(member => member.Constant is null && member.Type.Kind != TypeKind.Stream),
            RequestBody.Form form => form.Fields,
            _ => [],
        };
        string? name = own.Where(member => member.IsRequired).Select(member => member.Name)
            .Concat(operation.Options.Where(option => option.IsRequired).Select(option => option.Name))
            .FirstOrDefault(required => !members.Has(required));
        return name is null ? null : "the example lacks the required '" + name + "'";
    }

    private static string Text(IEnumerable<Code> statements)
    {
        var text = new StringBuilder();
        foreach (Code statement in statements)
        {
            statement.Write(text, level: 0, column: 0);
            text.Append('\n');
        }

        return text.ToString();
    }
}
