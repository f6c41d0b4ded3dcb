namespace DocGen.Infrastructure;

/// <summary>
/// Reads the responses to the steps of a batch (OData JSON Format 4.01, section 19.2). An error in one response, such
/// as invalid Unicode, affects only that response.
/// </summary>
internal static class BatchAnswers
{
    /// <summary>Returns the responses by step id; responses without an id or status are ignored.</summary>
    /// <exception cref="UnexpectedResponseException">The body is not JSON.</exception>
    public static Dictionary<string, HttpResponseMessage> Read(ResponseContext response)
    {
        var answers = new Dictionary<string, HttpResponseMessage>(StringComparer.Ordinal);
        response.ReadJson((ref ResourceReader reader) => ReadBody(ref reader, answers));
        return answers;
    }

    private static bool ReadBody(ref ResourceReader reader, Dictionary<string, HttpResponseMessage> answers)
    {
        bool isObject = reader.Json.TokenType == JsonTokenType.StartObject;
        if (!isObject)
            reader.Json.Skip();
        while (isObject && reader.NextMember())
        {
            if (reader.Is("responses"u8) && reader.Json.TokenType == JsonTokenType.StartArray)
                ReadList(ref reader, answers);
            else
                reader.Json.Skip();
        }

        return isObject;
    }

    private static void ReadList(ref ResourceReader reader, Dictionary<string, HttpResponseMessage> answers)
    {
        while (reader.Json.Read() && reader.Json.TokenType != JsonTokenType.EndArray)
        {
            if (reader.Json.TokenType == JsonTokenType.StartObject)
                ReadAnswer(ref reader, answers);
            else
                reader.Json.Skip();
        }
    }

    private static void ReadAnswer(ref ResourceReader reader, Dictionary<string, HttpResponseMessage> answers)
    {
        (string? id, string? status, byte[] body) = (null, null, []);
        List<(string Name, string Value)> headers = [];
        while (reader.NextMember())
        {
            if (reader.Is("id"u8))
                id = ReadText(ref reader);
            else if (reader.Is("status"u8))
                status = ReadText(ref reader);
            else if (reader.Is("headers"u8) && reader.Json.TokenType == JsonTokenType.StartObject)
                headers = ReadHeaders(ref reader);
            else if (reader.Is("body"u8))
                body = reader.ReadText();
            else
                reader.Json.Skip();
        }

        bool isStatus = int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out int code)
            && code is >= 100 and <= 999;
        if (id is not null && isStatus)
            answers.TryAdd(id, Message(code, headers, body));
    }

    private static List<(string Name, string Value)> ReadHeaders(ref ResourceReader reader)
    {
        List<(string Name, string Value)> headers = [];
        while (reader.NextMember())
        {
            string name = JsonUnicode.Text(reader.EscapedName);
            if (ReadText(ref reader) is { } value)
                headers.Add((name, value));
        }

        return headers;
    }

    private static string? ReadText(ref ResourceReader reader)
    {
        if (reader.Json.TokenType == JsonTokenType.String)
            return JsonUnicode.Text(reader.Json.ValueSpan);
        if (reader.Json.TokenType == JsonTokenType.Number)
            return Encoding.ASCII.GetString(reader.Json.ValueSpan);
        reader.Json.Skip();
        return null;
    }

    private static HttpResponseMessage Message(int status, List<(string Name, string Value)> headers, byte[] body)
    {
        (_, string? type) = headers.Find(
            static header => header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase));
        byte[] content = Content(type ?? "application/json", body);
        var message = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(content) };
        foreach ((string name, string value) in headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    // Responses are encoded like request bodies: text as a JSON string, other content except JSON as base64 in a
    // string.
    private static byte[] Content(string mediaType, byte[] json)
    {
        if (json.AsSpan().SequenceEqual("null"u8))
            return [];
        bool isText = mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
        bool isJson = !isText && mediaType.Contains("json", StringComparison.OrdinalIgnoreCase);
        if (isJson || json is not [(byte)'"', .. var inside, _])
            return json;
        string text = JsonUnicode.Text(inside);
        return isText ? Encoding.UTF8.GetBytes(text) : EdmReader.FromBase64Url(text) ?? json;
    }
}
