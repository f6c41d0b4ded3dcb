using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>What an operation's request is answered with, as types.</summary>
/// <param name="Name">The type that a request's response is read as.</param>
/// <param name="IsPaged">The method returns a sequence of pages instead of one response.</param>
/// <param name="Returned">What the method returns.</param>
internal sealed record ResponseType(string Name, bool IsPaged, string Returned)
{
    public static ResponseType Of(Operation operation)
    {
        ResponseShape shape = operation.Response;
        if (shape.Kind is ResponseKind.Collection or ResponseKind.Delta)
        {
            string element = TypeNames.Of(shape.Value ?? new TypeRef(TypeKind.JsonObject));
            return new ResponseType(
                TypeNames.Runtime + "Page<" + element + ">",
                IsPaged: true,
                TypeNames.Runtime + "AsyncPageable<" + element + ">");
        }

        string name = operation.ResponseClass ?? BaseOf(shape);
        return new ResponseType(name, IsPaged: false, TypeNames.Task + "<" + name + ">");
    }

    /// <summary>The runtime's type for a shape that is not paged.</summary>
    public static string BaseOf(ResponseShape shape)
    {
        string argument = shape.Value is { } value ? "<" + TypeNames.Of(value) + ">" : "";
        return TypeNames.Runtime + shape.Kind switch
        {
            ResponseKind.Value => "Response" + argument,
            ResponseKind.Stream => "StreamResponse",
            ResponseKind.LongRunning => "LongRunningResponse" + argument,
            _ => "Response",
        };
    }
}
