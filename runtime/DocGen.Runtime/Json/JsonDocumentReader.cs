namespace DocGen.Infrastructure;

/// <summary>Reads whole JSON texts; a failure carries the path of the value it happened at.</summary>
internal static class JsonDocumentReader
{
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (json.IsEmpty)
            return default;
        var reader = new ResourceReader(new Utf8JsonReader(json));
        try
        {
            reader.Json.Read();
            T? value = read(ref reader);
            // Anything but white space behind the value is an error of the text.
            reader.Json.Read();
            return value;
        }
        catch (JsonException failure) when (failure.Path is null)
        {
            throw JsonPath.Locate(failure, json, reader.Json.TokenStartIndex);
        }
        catch (InvalidOperationException failure)
        {
            // How the reader reports text that is no UTF-8.
            throw JsonPath.Locate(new JsonException(failure.Message, failure), json, reader.Json.TokenStartIndex);
        }
    }

    /// <summary>The text as a document; null where it is empty.</summary>
    public static JsonDocument? Parse(ReadOnlySpan<byte> json) =>
        Read(json, static (ref ResourceReader reader) => JsonDocument.ParseValue(ref reader.Json));

    public static T? ReadValue<T>(ReadOnlySpan<byte> json, JsonItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Read(json, (ref ResourceReader reader) =>
        {
            Utf8JsonReader ahead = reader.Json;
            if (!FindOnlyValue(ref ahead))
                return read(ref reader);

            while (reader.Json.TokenStartIndex < ahead.TokenStartIndex)
                reader.Json.Read();
            T? value = read(ref reader);
            while (reader.Json.CurrentDepth > 0)
                reader.Json.Read();
            return value;
        });
    }

    // Leaves the reader on the value where, annotations apart, the object has no other member.
    private static bool FindOnlyValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        Utf8JsonReader value = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isValue = reader.ValueTextEquals("value"u8);
            if (!isValue && !reader.ValueSpan.StartsWith("@"u8))
                return false;
            reader.Read();
            if (isValue)
                value = reader;
            reader.Skip();
        }
        bool found = value.TokenType != JsonTokenType.None;
        if (found)
            reader = value;
        return found;
    }
}
