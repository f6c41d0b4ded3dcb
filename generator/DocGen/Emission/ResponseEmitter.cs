using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>Writes the response class of an operation, and the method of its request that creates it.</summary>
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
        writer.Line("/// <summary>Creates a response for tests.</summary>");
        Fake(writer, name, shape);
        foreach (ResponseHeader header in shape.Headers.OrderBy(header => header.Name, StringComparer.Ordinal))
            Header(writer, header, shape);
        if (shape is ResponseShape.LongRunning { Result: { } result } job)
            FromLocation(writer, name, Job(job, result));
        if (shape is ResponseShape.UploadSession session)
            FromUploadUrl(writer, name, TypeNames.ItemReader(ResponseType.Uploaded(session)));
        // C# allows no conversion to an interface such as IList.
        if (shape.ValueType is { IsCollection: false } type)
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
        string result = operation switch
        {
            { Response: ResponseShape.Collection collection } => ReadPage(collection),
            { ResponseClass: null } => "new(" + string.Join(", ", Arguments(operation.Response)) + ")",
            _ => "new(response)",
        };
        writer.Separate();
        writer.Expression("protected override " + response.Name + " CreateResponse", [Context + " response"], result);
    }

    private static string ReadPage(ResponseShape.Collection collection)
    {
        TypeRef element = collection.Element;
        string reader = element is { Kind: TypeKind.Resource, IsCollection: false } && collection.Property is null
            ? ""
            : TypeNames.ItemReader(element);
        if (collection.Property is { } property)
            reader += ", " + CSharpText.Literal(property);
        if (NextPage(collection.Paging) is { } next)
            reader = TypeNames.ItemReader(element) + ", " + CSharpText.Literal(collection.Property ?? "value") + ", "
                + next;
        return "response.ReadPage<" + TypeNames.Of(element) + ">(" + reader + ")";
    }

    /// <summary>
    /// Returns the code that finds the next page. Null if the default code works, or if the docs don't say how to find
    /// it.
    /// </summary>
    private static string? NextPage(Paging? paging)
    {
        const string Type = TypeNames.Infrastructure + "NextPage.";
        return paging switch
        {
            { Kind: PagingKind.NextUrl, Path: { } link } => Type + "Link(" + CSharpText.Literal(link) + ")",
            { Kind: PagingKind.Cursor or PagingKind.Number, Path: { } cursor, Parameter: { } parameter } =>
                Type + "Cursor(" + CSharpText.Literal(cursor) + ", " + CSharpText.Literal(parameter) + ")",
            { Kind: PagingKind.Number, Path: null, Parameter: { } number } =>
                Type + "Number(" + CSharpText.Literal(number)
                    + (paging.First == 1 ? ")" : ", " + CSharpText.Number(paging.First) + ")"),
            { Kind: PagingKind.Offset, Parameter: { } offset } => Type + "Offset(" + CSharpText.Literal(offset) + ")",
            _ => null,
        };
    }

    /// <summary>Returns the arguments of the base constructor.</summary>
    private static string[] Arguments(ResponseShape shape) => shape switch
    {
        ResponseShape.Value { IsWrapped: true } value =>
            ["response", TypeNames.ItemReader(value.Type), "isWrapped: true"],
        ResponseShape.Value value => ["response", TypeNames.ItemReader(value.Type)],
        ResponseShape.UploadSession session =>
            ["response", TypeNames.ItemReader(session.Session), TypeNames.ItemReader(ResponseType.Uploaded(session))],
        ResponseShape.LongRunning { Result: { } result } job => ["response", .. Job(job, result)],
        ResponseShape.LongRunning or ResponseShape.Empty or ResponseShape.Stream => ["response"],
        _ => throw new UnknownCaseException(shape),
    };

    private static string[] Job(ResponseShape.LongRunning job, TypeRef result) => job.ResultTemplate is { } template
        ? [TypeNames.ItemReader(result), CSharpText.Literal(template)]
        : [TypeNames.ItemReader(result)];

    private static void Fake(CodeWriter writer, string name, ResponseShape shape)
    {
        (string Type, string Name)[] content = shape switch
        {
            ResponseShape.Stream => [("global::System.IO.Stream", "content")],
            { ValueType: { } value } => [(TypeNames.Of(value) + (TypeNames.IsValueType(value) ? "" : "?"), "value")],
            _ => [],
        };
        MemberEmitter.Constructor(
            writer,
            "public " + name,
            [.. content.Select(one => one.Type + " " + one.Name), "int status = " + CSharpText.Number(Status(shape)),
                FakeHeaders],
            [.. content.Select(one => one.Name), "status", "headers"]);
    }

    // For a job without a result, the runtime's response class already has this method.
    private static void FromLocation(CodeWriter writer, string name, string[] job)
    {
        string[] parameters = Resumption(writer, name, "location", job);
        writer.Line("/// <summary>Resumes a job that was started earlier, perhaps by another process.</summary>");
        writer.Line("/// <param name=\"client\">The client that requests the job's state.</param>");
        writer.Line(
            "/// <param name=\"location\">The <c>Location</c> header of the response that started the job.</param>");
        writer.Expression("public static " + name + " FromLocation", parameters, "new(client, location)");
    }

    private static void FromUploadUrl(CodeWriter writer, string name, string read)
    {
        string[] parameters = Resumption(writer, name, "uploadUrl", read);
        writer.Line("/// <summary>Resumes a session that was created earlier, perhaps by another process.</summary>");
        writer.Line("/// <param name=\"client\">The client that sends the ranges.</param>");
        writer.Line(
            "/// <param name=\"uploadUrl\">The <c>UploadUrl</c> of the response that created the session.</param>");
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

    private static int Status(ResponseShape shape) => shape.Statuses.Count > 0 ? shape.Statuses[0] : shape switch
    {
        ResponseShape.Empty => 204,
        ResponseShape.LongRunning => 202,
        _ => 200,
    };

    private static void Header(CodeWriter writer, ResponseHeader header, ResponseShape shape)
    {
        bool isLocation = string.Equals(header.WireName, "Location", StringComparison.OrdinalIgnoreCase);
        if (isLocation && shape is ResponseShape.LongRunning)
            return; // inherited

        writer.Separate();
        XmlDoc.Summary(writer, header.Summary);
        string value = " " + header.Name + " => Headers";
        writer.Line(header.WireName.ToLowerInvariant() switch
        {
            "location" => "public global::System.Uri?" + value + ".Location;",
            "retry-after" =>
                "public global::System.Net.Http.Headers.RetryConditionHeaderValue?" + value + ".RetryAfter;",
            _ => "public string?" + value + "[" + CSharpText.Literal(header.WireName) + "];",
        });
    }
}
