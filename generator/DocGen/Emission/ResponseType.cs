using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>The C# types of an operation's response and of the method that returns it.</summary>
/// <param name="Name">The type that the response is read into.</param>
/// <param name="IsPaged">Whether the method returns a sequence of pages instead of one response.</param>
/// <param name="Sender">The method of the group's base class that calls the service.</param>
/// <param name="Returned">The C# return type of the method.</param>
internal sealed record ResponseType(string Name, bool IsPaged, string Sender, string Returned)
{
    public static ResponseType Of(Operation operation)
    {
        if (operation.Response is ResponseShape.Collection collection)
        {
            string element = TypeNames.Of(collection.Element);
            return new ResponseType(
                TypeNames.Runtime + "Page<" + element + ">",
                IsPaged: true,
                collection.IsDelta ? "GetDeltaPages" : "GetPages",
                TypeNames.Runtime + (collection.IsDelta ? "DeltaPageable<" : "AsyncPageable<") + element + ">");
        }

        string name = operation.ResponseClass ?? BaseOf(operation.Response);
        return new ResponseType(name, IsPaged: false, "SendAsync", TypeNames.Task + "<" + name + ">");
    }

    /// <summary>Returns the type of the response to the last range of an upload.</summary>
    public static TypeRef Uploaded(ResponseShape.UploadSession session) =>
        session.Uploaded ?? new TypeRef(TypeKind.JsonObject);

    /// <summary>Returns the runtime's type for a shape that is not paged.</summary>
    public static string BaseOf(ResponseShape shape)
    {
        string argument = shape.ValueType is { } type ? "<" + TypeNames.Of(type) + ">" : "";
        return TypeNames.Runtime + shape switch
        {
            ResponseShape.Empty or ResponseShape.Value => "Response" + argument,
            ResponseShape.Stream => "StreamResponse",
            ResponseShape.LongRunning => "LongRunningResponse" + argument,
            ResponseShape.UploadSession session =>
                "UploadSessionResponse<" + TypeNames.Of(session.Session) + ", " + TypeNames.Of(Uploaded(session)) + ">",
            _ => throw new UnknownCaseException(shape),
        };
    }
}
