namespace DocGen.Infrastructure;

/// <summary>
/// Reads any JSON as nodes. <see cref="JsonNode"/> accepts every text and throws on later access if an object has
/// duplicate member names or a string is not valid Unicode; this class detects both immediately.
/// </summary>
internal static class OpenJson
{
    // Comparing more names would be slow, so larger objects are built directly.
    private const int ComparedNames = 32;

    /// <summary>Returns the nodes of a text.</summary>
    /// <param name="json">A valid JSON text.</param>
    /// <param name="isExact">
    /// Whether the nodes represent the whole text. If not, only the first of duplicate members is included, and invalid
    /// Unicode is replaced.
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
    /// Whether the current value certainly has no duplicate names and no invalid Unicode; if false, it may have them.
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
        // A hash collision counts as a duplicate, which costs only time.
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
