using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Snippets;

/// <summary>Writes code that uses the response of a call: its value, pages, content, job or upload.</summary>
/// <param name="taken">The names of other variables.</param>
internal sealed class AnswerCode(IReadOnlyCollection<string> taken)
{
    private static readonly string[] Namespaces =
    [
        TypeNames.Collections, "global::System.IO.", "global::System.Text.Json.Nodes.", TypeNames.Infrastructure,
        TypeNames.Runtime, "global::System.",
    ];

    public IEnumerable<Code> Of(Operation operation, Code call)
    {
        string response = operation.ResponseClass ?? Short(ResponseType.Of(operation).Name);
        switch (operation.Response)
        {
            case ResponseShape.Collection collection:
                return Pages(collection.Element, call);
            case ResponseShape.LongRunning { Result: var result }:
                Code wait = Code.Text("await job.WaitForCompletionAsync();");
                return [Assigned(response, "job", call), result is { } made ? Declared(made, wait) : wait];
            case ResponseShape.UploadSession:
                return
                [
                    Assigned(response, "session", call),
                    Code.Text("using FileStream content = File.OpenRead(\"content.bin\");"),
                    Code.Text("await session.UploadAsync(content);"),
                ];
            case ResponseShape.Stream:
                return Download(call);
            case ResponseShape.Value { Type: { IsCollection: true } list }:
                return [call.After(Short(TypeNames.Of(list)) + " values = (await ").Before(").Value;")];
            // Callers that replace or change a resource know its new value, so a snippet with PATCH or PUT declares no
            // variable.
            case ResponseShape.Value { Type: var type } when operation.HttpMethod is not ("PATCH" or "PUT"):
                return [Declared(type, call.After("await ").Before(";"))];
            default:
                return [call.After("await ").Before(";")];
        }
    }

    /// <summary>Returns the factory of a raw request, and the type of the response or null.</summary>
    public static (string Method, TypeRef? Type) Raw(ResponseShape response) => response switch
    {
        ResponseShape.Collection { Element: { Kind: TypeKind.Resource, Rank: 0 } item } =>
            ("ToPages<" + item.Name + ">", item),
        ResponseShape.Stream => ("ToStream", null),
        { ValueType: { Kind: TypeKind.Resource, Rank: 0 } type } => ("To<" + type.Name + ">", type),
        ResponseShape.Empty or ResponseShape.LongRunning => ("To", null),
        _ => ("ToJson", new TypeRef(TypeKind.Json)),
    };

    public IEnumerable<Code> OfRaw(string method, TypeRef? type, Code call) =>
        method.StartsWith("ToPages", StringComparison.Ordinal) ? Pages(type!.Value, call)
        : method == "ToStream" ? Download(call)
        : type is { } value ? [Declared(value, call.After("await ").Before(";"))]
        : [call.After("await ").Before(";")];

    private IEnumerable<Code> Pages(TypeRef element, Code call)
    {
        string item = Short(TypeNames.Of(element)) + " " + Variable(element);
        return [call.After("await foreach (" + item + " in ").Before(")"), Code.Text("{"), Code.Text("}")];
    }

    private static IEnumerable<Code> Download(Code call) =>
    [
        Assigned("using StreamResponse", "download", call),
        Code.Text("using FileStream file = File.Create(\"download.bin\");"),
        Code.Text("await download.CopyToAsync(file);"),
    ];

    private static Code Assigned(string type, string variable, Code call) =>
        call.After(type + " " + variable + " = await ").Before(";");

    private Code Declared(TypeRef type, Code value) =>
        value.After(Short(TypeNames.Of(type)) + " " + Variable(type) + " = ");

    /// <summary>
    /// Returns a variable name, which is the last word of the type's name: <c>item</c> for a <c>DriveItem</c>.
    /// </summary>
    private string Variable(TypeRef type)
    {
        string name = "value";
        if (type is { Name: { } known, IsCollection: false })
        {
            string last =
                Identifiers.Words(known)
                    .LastOrDefault(word => word.Length >= Thresholds.VariableWord && char.IsLetter(word[0]))
                ?? known;
            name = Identifiers.Camel(Identifiers.Pascal(last));
        }

        return taken.Contains(name) ? "value" : CSharpText.Identifier(name);
    }

    /// <summary>Returns a type's name as it is written in a file with <c>using</c> directives.</summary>
    private static string Short(string type)
    {
        foreach (string space in Namespaces)
            type = type.Replace(space, "");
        return type;
    }
}
