using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes the class of an operation's response, and the method of its request that makes one.</summary>
internal static class ResponseEmitter
{
    private const string Context = TypeNames.Infrastructure + "ResponseContext";
    private const string FakeHeaders = TypeNames.Runtime + "ResponseHeaders? headers = null";

    public static void Emit(CodeWriter writer, Operation operation)
    {
        string name = operation.ResponseClass!;
        ResponseShape shape = operation.Response;

        GeneratedCode.Attribute(writer);
        writer.Declaration("public partial class " + name, ResponseType.BaseOf(shape));
        writer.Open();
        MemberEmitter.Constructor(writer, "internal " + name, [Context + " response"], Arguments(shape));
        writer.Separate();
        writer.Line("/// <summary>A response made by hand.</summary>");
        Fake(writer, name, shape);
        foreach (ResponseHeader header in shape.Headers.OrderBy(header => header.Name, StringComparer.Ordinal))
            Header(writer, header, shape.Kind);
        if (shape is { Kind: ResponseKind.LongRunning, Value: { } result })
            FromLocation(writer, name, Job(shape, result));
        if (shape.Kind == ResponseKind.UploadSession)
            FromUploadUrl(writer, name, TypeNames.ItemReader(ResponseType.Uploaded(shape)));
        if (ConvertsTo(shape) is { } type)
        {
            writer.Separate();
            writer.Line("/// <inheritdoc cref=\"global::DocGen.Response{T}.Value\"/>");
            writer.Expression(
                "public static implicit operator " + TypeNames.Of(type), [name + " response"], "response.Value");
        }

        writer.Close();
    }

    public static void Create(CodeWriter writer, Operation operation, ResponseType response)
    {
        string context = Context + " response";
        ResponseShape shape = operation.Response;
        string result;
        if (response.IsPaged)
        {
            TypeRef element = shape.Value ?? new TypeRef(TypeKind.JsonObject);
            string reader = element is { Kind: TypeKind.Resource, IsCollection: false } && shape.CollectionProperty is null ? "" : TypeNames.ItemReader(element);
            if (shape.CollectionProperty is { } property)
                reader += ", " + CSharpText.Literal(property);
            result = "response.ReadPage<" + TypeNames.Of(element) + ">(" + reader + ")";
        }
        else
        {
            result = operation.ResponseClass is null ? "new(" + string.Join(", ", Arguments(shape)) + ")" : "new(response)";
        }

        writer.Separate();
        writer.Expression("protected override " + response.Name + " CreateResponse", [context], result);
    }

    private static string[] Arguments(ResponseShape shape)
    {
        if (shape is { Value: { } value, Kind: ResponseKind.Value or ResponseKind.UploadSession })
        {
            string[] arguments = ["response", TypeNames.ItemReader(value), .. shape.IsWrapped ? ["isWrapped: true"] : Array.Empty<string>()];
            return shape.Kind == ResponseKind.Value
                ? arguments
                : ["response", TypeNames.ItemReader(value), TypeNames.ItemReader(ResponseType.Uploaded(shape))];
        }

        return shape is { Value: { } result, Kind: ResponseKind.LongRunning }
            ? ["response", .. Job(shape, result)]
            : ["response"];
    }

    private static string[] Job(ResponseShape shape, TypeRef result) => shape.ResultTemplate is { } template
        ? [TypeNames.ItemReader(result), CSharpText.Literal(template)]
        : [TypeNames.ItemReader(result)];

    private static void Fake(CodeWriter writer, string name, ResponseShape shape)
    {
        string status = "int status = " + CSharpText.Number(Status(shape));
        string head = "public " + name;
        switch (shape)
        {
            case { Kind: ResponseKind.Stream }:
                MemberEmitter.Constructor(
                    writer,
                    head,
                    ["global::System.IO.Stream content", status, FakeHeaders],
                    ["content", "status", "headers"]);
                break;
            case { Kind: ResponseKind.Value or ResponseKind.LongRunning or ResponseKind.UploadSession, Value: { } value }:
                MemberEmitter.Constructor(
                    writer,
                    head,
                    [TypeNames.Of(value) + (TypeNames.IsValueType(value) ? " value" : "? value"), status, FakeHeaders],
                    ["value", "status", "headers"]);
                break;
            default:
                MemberEmitter.Constructor(writer, head, [status, FakeHeaders], ["status", "headers"]);
                break;
        }
    }

    // The runtime's own response of a job without a result has such a method already.
    private static void FromLocation(CodeWriter writer, string name, string[] job)
    {
        string[] parameters = Resumption(writer, name, "location", job);
        writer.Line("/// <summary>A job that was started earlier, perhaps by another process.</summary>");
        writer.Line("/// <param name=\"client\">Asks for the job's state.</param>");
        writer.Line("/// <param name=\"location\">The <c>Location</c> of the response that started the job.</param>");
        writer.Expression("public static " + name + " FromLocation", parameters, "new(client, location)");
    }

    private static void FromUploadUrl(CodeWriter writer, string name, string read)
    {
        string[] parameters = Resumption(writer, name, "uploadUrl", read);
        writer.Line("/// <summary>A session that was created earlier, perhaps by another process.</summary>");
        writer.Line("/// <param name=\"client\">Sends the ranges.</param>");
        writer.Line("/// <param name=\"uploadUrl\">The <c>UploadUrl</c> of the response that created the session.</param>");
        writer.Expression("public static " + name + " FromUploadUrl", parameters, "new(client, uploadUrl)");
    }

    private static string[] Resumption(CodeWriter writer, string name, string address, params string[] arguments)
    {
        string[] parameters = [TypeNames.Runtime + "ServiceClient client", "global::System.Uri " + address];
        writer.Separate();
        MemberEmitter.Constructor(writer, "private " + name, parameters, ["client", address, .. arguments]);
        writer.Separate();
        return parameters;
    }

    private static int Status(ResponseShape shape)
    {
        if (shape.Statuses.Count > 0)
            return shape.Statuses[0];
        return shape.Kind switch
        {
            ResponseKind.Empty => 204,
            ResponseKind.LongRunning => 202,
            _ => 200,
        };
    }

    private static void Header(CodeWriter writer, ResponseHeader header, ResponseKind kind)
    {
        bool isLocation = string.Equals(header.WireName, "Location", StringComparison.OrdinalIgnoreCase);
        if (isLocation && kind == ResponseKind.LongRunning)
            return; // inherited

        writer.Separate();
        XmlDoc.Summary(writer, header.Summary);
        string value = " " + header.Name + " => Headers";
        writer.Line(header.WireName.ToLowerInvariant() switch
        {
            "location" => "public global::System.Uri?" + value + ".Location;",
            "retry-after" => "public global::System.Net.Http.Headers.RetryConditionHeaderValue?" + value + ".RetryAfter;",
            _ => "public string?" + value + "[" + CSharpText.Literal(header.WireName) + "];",
        });
    }

    // C# has no conversions from interfaces, and a list is one.
    private static TypeRef? ConvertsTo(ResponseShape shape) => shape is
    {
        Kind: ResponseKind.Value or ResponseKind.LongRunning or ResponseKind.UploadSession,
        Value: { IsCollection: false } value,
    }
        ? value
        : null;
}
