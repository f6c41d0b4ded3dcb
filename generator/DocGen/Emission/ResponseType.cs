using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Generator.Emission;

/// <summary>What an operation's request is answered with, as types.</summary>
/// <param name="Name">The type that a request's response is read as.</param>
/// <param name="IsPaged">The method returns a sequence of pages instead of one response.</param>
/// <param name="Sender">The method of the group's base that calls the service.</param>
/// <param name="Returned">What the method returns.</param>
internal sealed record ResponseType(string Name, bool IsPaged, string Sender, string Returned)
{
    public static ResponseType Of(Operation operation)
    {
        ResponseShape shape = operation.Response;
        if (shape.Kind is ResponseKind.Collection or ResponseKind.Delta)
        {
            string element = TypeNames.Of(shape.Value ?? new TypeRef(TypeKind.JsonObject));
            bool isDelta = shape.Kind == ResponseKind.Delta;
            return new ResponseType(
                TypeNames.Runtime + "Page<" + element + ">",
                IsPaged: true,
                isDelta ? "GetDeltaPages" : "GetPages",
                TypeNames.Runtime + (isDelta ? "DeltaPageable<" : "AsyncPageable<") + element + ">");
        }

        string name = operation.ResponseClass ?? BaseOf(shape);
        return new ResponseType(name, IsPaged: false, "SendAsync", TypeNames.Task + "<" + name + ">");
    }

    /// <summary>What the last range is answered with.</summary>
    public static TypeRef Uploaded(ResponseShape shape) => shape.Uploaded ?? new TypeRef(TypeKind.JsonObject);

    /// <summary>The runtime's type for a shape that is not paged.</summary>
    public static string BaseOf(ResponseShape shape)
    {
        string argument = shape.Value is { } value ? "<" + TypeNames.Of(value) + ">" : "";
        return TypeNames.Runtime + shape.Kind switch
        {
            ResponseKind.Value => "Response" + argument,
            ResponseKind.Stream => "StreamResponse",
            ResponseKind.LongRunning => "LongRunningResponse" + argument,
            ResponseKind.UploadSession =>
                "UploadSessionResponse<" + TypeNames.Of(shape.Value!.Value) + ", " + TypeNames.Of(Uploaded(shape)) + ">",
            _ => "Response",
        };
    }
}
