namespace DocGen.Infrastructure;

/// <summary>
/// Reads error bodies of OData (JSON Format 4.01, section 21) with nested inner errors, error bodies of OAuth (RFC
/// 6749, section 5.2), problem details (RFC 9457) with errors per field, and plain objects with a code and a message.
/// </summary>
internal static class ErrorBody
{
    private const int InnerErrorLimit = 16;
    private const int DetailLimit = 100;

    public static (IReadOnlyList<ApiError> Errors, string? RequestId) Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            using JsonDocument? document = JsonDocumentReader.Parse(body);
            return document is null ? ([], null) : Parse(document.RootElement);
        }
        catch (JsonException)
        {
            // The body is not JSON, for example HTML, or it is truncated: the exception has only the raw body.
            return ([], null);
        }
    }

    public static (IReadOnlyList<ApiError> Errors, string? RequestId) Parse(JsonElement root)
    {
        var errors = new List<ApiError>();
        string? requestId = null;
        JsonElement? level = root.Member("error", JsonValueKind.Object) ?? root;
        while (level is { } error && errors.Count < InnerErrorLimit)
        {
            string? code = Text(error, "code") ?? Text(error, "error") ?? Text(error, "type");
            string? message = Text(error, "message") ?? Text(error, "error_description") ?? Text(error, "detail")
                ?? Text(error, "title");
            string? title = Text(error, "title");
            if (code is not null || message is not null)
                errors.Add(new ApiError(code, message) { Title = title == message ? null : title });
            requestId ??= Text(error, "request-id") ?? Text(error, "requestId");
            level = error.Member("innererror", JsonValueKind.Object) ?? error.Member("innerError", JsonValueKind.Object)
                ?? error.Member("inner", JsonValueKind.Object);
        }

        AddDetails(root, errors);
        return (errors, requestId);
    }

    /// <summary>
    /// Adds the errors of each field: an object of fields, <c>"errors": {"name": ["…"]}</c> (as ASP.NET Core writes
    /// it), an array of texts or errors (RFC 9457, section 3.1), or OData's <c>details</c> (JSON Format 4.01, section
    /// 21.1).
    /// </summary>
    private static void AddDetails(JsonElement root, List<ApiError> errors)
    {
        JsonElement? error = root.Member("error", JsonValueKind.Object);
        if (root.Member("errors", JsonValueKind.Object) is { } fields)
        {
            foreach (JsonProperty field in fields.EnumerateObject())
                AddAll(field.Value, field.Name, errors);
        }
        else if ((root.Member("errors", JsonValueKind.Array)
            ?? error?.Member("details", JsonValueKind.Array)) is { } list)
        {
            AddAll(list, null, errors);
        }
    }

    private static void AddAll(JsonElement value, string? target, List<ApiError> errors)
    {
        if (errors.Count >= DetailLimit)
            return;
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray()
                    .Where(static item => item.ValueKind != JsonValueKind.Array).Take(DetailLimit - errors.Count))
                    AddAll(item, target, errors);
                break;
            case JsonValueKind.String:
                errors.Add(new ApiError(null, value.GetString()) { Target = target });
                break;
            case JsonValueKind.Object:
                string? code = Text(value, "code");
                string? message = Text(value, "message") ?? Text(value, "detail") ?? Text(value, "title");
                target = Text(value, "target") ?? Text(value, "field") ?? Text(value, "pointer") ?? target;
                if (code is not null || message is not null)
                    errors.Add(new ApiError(code, message) { Target = target });
                break;
        }
    }

    private static string? Text(JsonElement parent, string name) => parent.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        // OData 2 wraps the message: {"lang": "en", "value": "…"}.
        { ValueKind: JsonValueKind.Object } wrapped => Text(wrapped, "value"),
        _ => null,
    };
}
