using DocGen.Generator.Emission;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>How a call is written around what it sends: the one place that knows the shape of methods and requests.</summary>
internal static class CallCode
{
    /// <summary><c>client.Books.GetAsync(new("978-0"))</c></summary>
    public static Code Of(CallParts call)
    {
        string method = "client." + CSharpText.Identifier(call.Group.Name) + "." + call.Operation.MethodName + "Async";
        Code[] members = [.. call.Members, .. Payload(call)];
        bool isEmpty = members.Length == 0 && call.Arguments.Count == 0 && RequestEmitter.NeedsNothing(call.Operation);
        return Code.Call(method, isEmpty ? [] : [Request(call, members)]);
    }

    private static IEnumerable<Code> Payload(CallParts call) =>
        call.Payload is { } payload && PayloadName(call.Operation.Body) is { } name ? [payload.After(name + " = ")] : [];

    /// <summary>The member of the request that the payload is assigned to.</summary>
    private static string? PayloadName(RequestBody? body) => body switch
    {
        RequestBody.Json { Resource.Name: { } name } => name,
        RequestBody.Reference reference => reference.Member.Name,
        RequestBody.Stream stream => stream.Name,
        _ => null,
    };

    private static Code Request(CallParts call, Code[] members)
    {
        if (call.Url.FactoryName is not { } factory)
        {
            Code made = Code.Call("new", call.Arguments);
            return members.Length == 0 ? made : Code.Initializer(made.ToString(), members);
        }

        Code url = Code.Call(call.Operation.RequestClass + "." + CSharpText.Identifier(factory), call.Arguments);
        return members.Length == 0 ? url : Code.Initializer("new(" + url + ")", members);
    }
}
