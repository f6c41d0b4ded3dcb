namespace DocGen.Infrastructure;

/// <summary>
/// Reads error bodies: OData's (JSON Format 4.01, section 21) with nested inner errors, OAuth's (RFC 6749, section 5.2),
/// problem details (RFC 9457), and plain objects with a code and a message.
/// </summary>
internal static class ErrorBody
{
    private const int InnerErrorLimit = 16;

    public static (IReadOnlyList<ApiError> Errors, string? RequestId) Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            using JsonDocument? document = JsonDocumentReader.Parse(body);
            return document is null ? ([], null) : Parse(document.RootElement);
        }
        catch (JsonException)
        {
            // A page of HTML, a truncated body: the exception carries it as it came.
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
            string? message = Text(error, "message") ?? Text(error, "error_description") ?? Text(error, "detail") ?? Text(error, "title");
            if (code is not null || message is not null)
                errors.Add(new ApiError(code, message));
            requestId ??= Text(error, "request-id") ?? Text(error, "requestId");
            level = error.Member("innererror", JsonValueKind.Object) ?? error.Member("innerError", JsonValueKind.Object)
                ?? error.Member("inner", JsonValueKind.Object);
        }
        return (errors, requestId);
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
