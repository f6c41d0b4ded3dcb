using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes the class of an operation group: a virtual method for each operation.</summary>
internal static class OperationGroupEmitter
{
    public static void Emit(CodeWriter writer, OperationGroup group)
    {
        XmlDoc.Summary(writer, group.Summary);
        GeneratedCode.Attribute(writer);
        writer.Declaration("public partial class " + group.ClassName, TypeNames.Infrastructure + "OperationGroup");
        writer.Open();
        MemberEmitter.Constructor(
            writer, "internal " + group.ClassName, [TypeNames.Runtime + "ServiceClient client"], ["client"]);
        writer.Separate();
        writer.Line("/// <summary>For mocks.</summary>");
        MemberEmitter.Constructor(writer, "protected " + group.ClassName, [], []);
        foreach (Operation operation in group.Operations.OrderBy(one => one.MethodName, StringComparer.Ordinal))
            Method(writer, operation);
        writer.Close();
    }

    // base: a documented operation may itself be named Send, and its method would call itself.
    private static void Method(CodeWriter writer, Operation operation)
    {
        bool needsNothing = RequestEmitter.NeedsNothing(operation);
        ResponseType response = ResponseType.Of(operation);

        writer.Separate();
        OperationDoc.Method(writer, operation.Docs);
        writer.Expression(
            "public virtual " + response.Returned + " " + operation.MethodName + "Async",
            [
                operation.RequestClass + (needsNothing ? "? request = null" : " request"),
                TypeNames.CancellationToken + " cancellationToken = default",
            ],
            "base." + response.Sender
                + (needsNothing ? "(request ?? new(), cancellationToken)" : "(request, cancellationToken)"));
    }
}
