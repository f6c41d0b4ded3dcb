namespace DocGen.Infrastructure;

/// <summary>Reads whole JSON texts; an exception contains the path of the value where it occurred.</summary>
internal static class JsonDocumentReader
{
    /// <summary>Reads a text; returns the default value if it is empty.</summary>
    /// <param name="json">The text.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="misfits">The values that did not fit their documented types.</param>
    /// <param name="throwOnMisfits">Whether such a value throws an exception.</param>
    /// <exception cref="JsonException">The text is not JSON, or the value as a whole does not fit.</exception>
    public static T? Read<T>(
        ReadOnlySpan<byte> json, JsonItemReader<T> read, out IReadOnlyList<Misfit> misfits, bool throwOnMisfits = false)
    {
        ArgumentNullException.ThrowIfNull(read);
        misfits = [];
        if (IsEmpty(json))
            return default;
        var reader = new ResourceReader(new Utf8JsonReader(json));
        try
        {
            reader.Json.Read();
            T? value = read(ref reader);
            reader.Finish();
            bool fails = reader.Refused || (throwOnMisfits && reader.AllRefused.Count > 0);
            // Anything but white space after the value is an error.
            reader.Json.Read();
            if (reader.AllRefused.Count > 0)
                misfits = JsonPath.Of(reader.AllRefused, json);
            return fails ? throw Failure(misfits[0], json, reader.AllRefused[0].Position) : value;
        }
        catch (JsonException failure) when (failure.Path is null)
        {
            throw JsonPath.Locate(failure, json, reader.Json.TokenStartIndex);
        }
    }

    /// <summary>
    /// Reads a text whose value may be wrapped in an object that otherwise has only annotations: <c>{"value": …}</c>.
    /// </summary>
    /// <inheritdoc cref="Read"/>
    public static T? ReadValue<T>(ReadOnlySpan<byte> json, JsonItemReader<T> read, out IReadOnlyList<Misfit> misfits)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Read(json, Unwrapped, out misfits);

        T? Unwrapped(ref ResourceReader reader)
        {
            if (FindOnlyValue(reader.Json) is not { } position)
                return read(ref reader);

            while (reader.Json.TokenStartIndex < position)
                reader.Json.Read();
            T? value = read(ref reader);
            while (reader.Json.CurrentDepth > 0)
                reader.Json.Read();
            return value;
        }
    }

    /// <summary>
    /// Parses a text as a document whose strings can all be read, because invalid Unicode is replaced. Returns null if
    /// it is empty.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonDocument? Parse(ReadOnlySpan<byte> json)
    {
        if (IsEmpty(json))
            return null;
        return Read(
            JsonUnicode.IsValid(json) ? json : JsonUnicode.Repair(json),
            static (ref ResourceReader reader) => JsonDocument.ParseValue(ref reader.Json),
            out _);
    }

    /// <summary>Whether a text has only white space (RFC 8259, section 2).</summary>
    public static bool IsEmpty(ReadOnlySpan<byte> json) => !json.ContainsAnyExcept(" \t\r\n"u8);

    // Returns where the value begins, if the object otherwise has only annotations.
    private static long? FindOnlyValue(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;
        long? value = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isValue = reader.ValueSpan.SequenceEqual("value"u8);
            if (!isValue && !reader.ValueSpan.StartsWith("@"u8))
                return null;
            reader.Read();
            if (isValue)
                value ??= reader.TokenStartIndex;
            reader.Skip();
        }

        return value;
    }

    private static JsonException Failure(Misfit misfit, ReadOnlySpan<byte> json, long position) =>
        JsonPath.Locate(new JsonException($"Expected {misfit.Expected}, found {Kind(misfit.Json)}."), json, position);

    private static string Kind(string json) => json[0] switch
    {
        '{' => "an object",
        '[' => "an array",
        '"' => "an invalid string",
        't' or 'f' or 'n' => json,
        _ => "the number " + json,
    };
}
