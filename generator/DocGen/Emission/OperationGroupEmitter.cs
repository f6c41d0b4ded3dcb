using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>
/// Writes the class of an operation group, with a virtual method for each operation. Also writes extension methods with
/// a lambda parameter that chooses one of several URLs.
/// </summary>
/// <remarks>
/// The methods with a lambda are extension methods and not overloads of the virtual method, because an existing call
/// could bind to a new overload.
/// </remarks>
internal static class OperationGroupEmitter
{
    private const string Chosen = TypeNames.Infrastructure + "RequestUrls.Choose(url)";

    private const string Token = TypeNames.CancellationToken + " cancellationToken = default";

    public static void Emit(CodeWriter writer, OperationGroup group)
    {
        XmlDoc.Summary(writer, group.Summary);
        GeneratedCode.Attribute(writer);
        writer.Declaration("public partial class " + group.ClassName, TypeNames.Infrastructure + "OperationGroup");
        writer.Open();
        MemberEmitter.Constructor(
            writer, "internal " + group.ClassName, [TypeNames.Runtime + "ServiceClient client"], ["client"]);
        writer.Separate();
        writer.Line("/// <summary>Creates an instance for mocking.</summary>");
        MemberEmitter.Constructor(writer, "protected " + group.ClassName, [], []);
        Operation[] operations = [.. group.Operations.OrderBy(one => one.MethodName, StringComparer.Ordinal)];
        foreach (Operation operation in operations)
            Method(writer, operation);
        writer.Close();
        Urls(writer, group, [.. operations.Where(RequestEmitter.HasFactories)]);
    }

    // The call begins with "base." because the name of a documented operation may be Send. Its method would call
    // itself.
    private static void Method(CodeWriter writer, Operation operation)
    {
        bool needsNothing = RequestEmitter.NeedsNothing(operation);
        ResponseType response = ResponseType.Of(operation);
        string request = operation.RequestClass + (needsNothing ? "? request = null" : " request");
        Payload? payload = Payload.Of(operation.Body);

        writer.Separate();
        OperationDoc.Method(writer, operation.Docs);
        writer.Expression(
            "public virtual " + response.Returned + " " + operation.MethodName + "Async",
            payload is null ? [request, Token]
                : needsNothing ? [Parameter(payload), request, Token]
                : [request, Parameter(payload), Token],
            new Call(
                "base." + response.Sender,
                [needsNothing ? "request ?? new()" : "request", .. Argument(payload), "cancellationToken"]));
    }

    private static void Urls(CodeWriter writer, OperationGroup group, Operation[] operations)
    {
        if (operations.Length == 0)
            return;
        writer.Separate();
        writer.Line(
            "/// <summary>Calls operations with several URLs. A lambda chooses the URL: <c>at => " +
            "at.…</c>.</summary>");
        GeneratedCode.Attribute(writer);
        writer.Line("public static class " + group.UrlsClassName);
        writer.Open();
        foreach (Operation operation in operations)
            UrlMethod(writer, group.ClassName, operation);
        writer.Close();
    }

    private static void UrlMethod(CodeWriter writer, string groupClass, Operation operation)
    {
        ResponseType response = ResponseType.Of(operation);
        Payload? payload = Payload.Of(operation.Body);
        string method = operation.MethodName + "Async";
        string[] sent = payload is null ? [] : [Parameter(payload)];

        writer.Separate();
        writer.Line("/// <inheritdoc cref=\"" + groupClass + "." + method + "\"/>");
        MemberEmitter.Obsolete(writer, operation.Docs.Deprecation);
        writer.Expression(
            "public static " + response.Returned + " " + method,
            [
                "this " + groupClass + " operations",
                "global::System.Func<" + operation.RequestClass + ".Urls, " + operation.RequestClass + "> url",
                .. sent,
                Token,
            ],
            new Call(
                "operations." + method,
                RequestEmitter.NeedsNothing(operation)
                    ? [.. Argument(payload), Chosen, "cancellationToken"]
                    : [Chosen, .. Argument(payload), "cancellationToken"]));
    }

    private static string Parameter(Payload payload) => TypeNames.Of(payload.Type) + " " + payload.Name;

    private static string[] Argument(Payload? payload) => payload is null ? [] : [payload.Name];
}
