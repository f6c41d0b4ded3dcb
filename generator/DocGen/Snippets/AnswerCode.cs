using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Snippets;

/// <summary>Shows how the answer of a call is used: its value, its pages, its content, its job or its upload.</summary>
internal sealed class AnswerCode(TypeTable types, IReadOnlyCollection<string> taken)
{
    // What names an item to a person, in the order of preference.
    private static readonly string[] Naming = ["DisplayName", "Name", "Title", "Subject", "Id"];

    public IEnumerable<Code> Of(Operation operation, Code call)
    {
        string response = operation.ResponseClass ?? Short(ResponseType.Of(operation).Name);
        switch (operation.Response)
        {
            case ResponseShape.Collection collection:
                string item = Variable(collection.Element, "item");
                yield return call.After("await foreach (" + Short(TypeNames.Of(collection.Element)) + " " + item + " in ").Before(")");
                yield return Code.Text("    Console.WriteLine(" + item + Member(collection.Element) + ");");
                break;
            case ResponseShape.LongRunning job:
                yield return Assigned(response, "job", call);
                yield return Code.Text(job.Result is { } result
                    ? Short(TypeNames.Of(result)) + " " + Variable(result, "result") + " = await job.WaitForCompletionAsync();"
                    : "await job.WaitForCompletionAsync();");
                break;
            case ResponseShape.UploadSession:
                yield return Assigned(response, "session", call);
                yield return Code.Text("using FileStream content = File.OpenRead(\"content.bin\");");
                yield return Code.Text("await session.UploadAsync(content);");
                break;
            case ResponseShape.Stream:
                yield return Assigned("using " + response, "download", call);
                yield return Code.Text("using FileStream file = File.Create(\"download.bin\");");
                yield return Code.Text("await download.CopyToAsync(file);");
                break;
            case ResponseShape.Value { Type: { IsCollection: true } list }:
                yield return call.After(Short(TypeNames.Of(list)) + " " + Variable(list, "values") + " = (await ").Before(").Value;");
                break;
            case ResponseShape.Value { Type: var type }:
                yield return Assigned(Short(TypeNames.Of(type)), Variable(type, "value"), call);
                break;
            default:
                yield return call.After("await ").Before(";");
                break;
        }
    }

    private static Code Assigned(string type, string variable, Code call) => call.After(type + " " + variable + " = await ").Before(";");

    /// <summary>The type's name in camel case.</summary>
    private string Variable(TypeRef type, string other)
    {
        string name = type is { Name: { } known, IsCollection: false } ? Identifiers.Camel(known) : other;
        return CSharpText.Identifier(taken.Contains(name) ? other == name ? other + "1" : other : name);
    }

    private string Member(TypeRef type)
    {
        if (type is not { Kind: TypeKind.Resource, IsCollection: false, Name: { } name } || types.Resource(name) is not { } resource)
            return "";
        HashSet<string> strings = [.. types.MembersOf(resource).Values.Where(one => one.Type == TypeRef.String).Select(one => one.Name)];
        return Array.Find(Naming, strings.Contains) is { } member ? "." + member : "";
    }

    /// <summary>Types as a file with usings names them.</summary>
    public static string Short(string type)
    {
        foreach (string space in (string[])[TypeNames.Collections, "global::System.IO.", "global::System.Text.Json.Nodes.", TypeNames.Infrastructure, TypeNames.Runtime, "global::System."])
            type = type.Replace(space, "");
        return type;
    }
}
