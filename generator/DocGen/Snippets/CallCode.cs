using DocGen.Generator.Emission;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>Writes a call with its values. No other class knows the form of methods and requests.</summary>
internal static class CallCode
{
    /// <summary>Writes a call such as <c>client.Books.GetAsync("978-0")</c>.</summary>
    public static Code Of(CallParts call)
    {
        string method = "client." + CSharpText.Identifier(call.Group.Name) + "." + call.Operation.MethodName + "Async";
        Code? request = Request(call);
        Code?[] arguments = RequestEmitter.NeedsNothing(call.Operation) ? [call.Payload, request]
            : [request, call.Payload];
        return Code.Call(method, [.. arguments.OfType<Code>()]);
    }

    /// <summary>Writes the request argument; null if the call needs none.</summary>
    private static Code? Request(CallParts call)
    {
        bool isRequired = BodyCode.Of(call.Operation.Body).HasRequired
            || call.Operation.Options.Any(option => option.IsRequired);
        if (call.Url.FactoryName is not null)
            return Chosen(call, isCompleted: isRequired || call.Members.Count > 0);
        if (call.Members.Count == 0 && !isRequired && call.Arguments.Count < 2
            && (call.Arguments.Count == 0 || Converts(call)))
            return call.Arguments.Count == 0 ? null : call.Arguments[0];
        return Code.Initializer(Code.Call("new", call.Arguments).ToString(), call.Members);
    }

    /// <summary>
    /// Whether a single value converts implicitly to a request. It does not if the value must first convert to its own
    /// type.
    /// </summary>
    private static bool Converts(CallParts call) =>
        call.Url.Parameters[0].Type is not { } type
            || (type.Kind is TypeKind.Enum ? call.Arguments[0].ToString()[0] != '"'
            : !call.Arguments[0].ToString().StartsWith("new", StringComparison.Ordinal));

    /// <summary>Writes <c>at => at.Me()</c>, or <c>at => new(at.Me()) { Top = 5 }</c>.</summary>
    private static Code Chosen(CallParts call, bool isCompleted)
    {
        Code url = Code.Call("at." + CSharpText.Identifier(call.Url.FactoryName!), call.Arguments);
        return isCompleted ? Code.Initializer("at => new(" + url + ")", call.Members) : url.After("at => ");
    }
}
