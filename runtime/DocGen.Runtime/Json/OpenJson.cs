namespace DocGen.Infrastructure;

/// <summary>
/// JSON of any shape as nodes. <see cref="JsonNode"/> takes every text, and throws later, when it is looked at, where
/// an object has two members of a name or a string is no Unicode; here that is known at once.
/// </summary>
internal static class OpenJson
{
    // Of an object with more members each name would be compared with too many others: it is built at once.
    private const int ComparedNames = 32;

    /// <summary>The nodes of a text.</summary>
    /// <param name="json">A valid JSON text.</param>
    /// <param name="isExact">
    /// Whether the nodes say all that the text does. Where not, the first of two members of a name is there, and what
    /// is no Unicode is replaced.
    /// </param>
    public static JsonNode? Node(ReadOnlySpan<byte> json, out bool isExact)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        isExact = IsPlain(reader);
        if (isExact)
            return JsonNode.Parse(json);
        isExact = JsonUnicode.IsValid(json);
        reader = new Utf8JsonReader(isExact ? json : JsonUnicode.Repair(json));
        reader.Read();
        return Build(ref reader, ref isExact);
    }

    /// <summary>
    /// Whether the value the reader stands on holds nothing that is hard to tell as nodes; not whether something does.
    /// </summary>
    public static bool IsPlain(Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => IsPlainObject(ref reader),
        JsonTokenType.StartArray => IsPlainArray(ref reader),
        JsonTokenType.String => IsText(in reader),
        _ => true,
    };

    private static bool IsPlainObject(ref Utf8JsonReader reader)
    {
        // Two names of one hash are taken for one name, which costs time and nothing else.
        Span<int> names = stackalloc int[ComparedNames];
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (count == ComparedNames || reader.ValueIsEscaped || !IsText(in reader))
                return false;
            var hash = new HashCode();
            hash.AddBytes(reader.ValueSpan);
            names[count] = hash.ToHashCode();
            if (names[..count].Contains(names[count]))
                return false;
            count++;
            reader.Read();
            if (!IsPlainItem(ref reader))
                return false;
        }

        return true;
    }

    private static bool IsPlainArray(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!IsPlainItem(ref reader))
                return false;
        }

        return true;
    }

    private static bool IsPlainItem(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => IsPlainObject(ref reader),
        JsonTokenType.StartArray => IsPlainArray(ref reader),
        JsonTokenType.String => IsText(in reader),
        _ => true,
    };

    private static bool IsText(in Utf8JsonReader reader) => JsonUnicode.IsValid(reader.ValueSpan);

    private static JsonNode? Build(ref Utf8JsonReader reader, ref bool isExact)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            var array = new JsonArray();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                array.Add(Build(ref reader, ref isExact));
            return array;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
            return JsonNode.Parse(ref reader);
        var members = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            JsonNode? value = Build(ref reader, ref isExact);
            if (members.ContainsKey(name))
                isExact = false;
            else
                members.Add(name, value);
        }

        return members;
    }
}
