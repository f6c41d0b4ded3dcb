namespace DocGen.Infrastructure;

/// <summary>
/// Where in a JSON text something stands. Found by reading the text a second time after a failure, so that reading
/// keeps no path while all is well.
/// </summary>
internal static class JsonPath
{
    /// <summary>The failure again, with the path and the position of the token it happened at.</summary>
    public static JsonException Locate(JsonException failure, ReadOnlySpan<byte> json, long position)
    {
        string path = At(json, position);
        ReadOnlySpan<byte> before = json[..(int)Math.Min(position, json.Length)];
        long line = failure.LineNumber ?? before.Count((byte)'\n');
        long column = failure.BytePositionInLine ?? before.Length - 1 - before.LastIndexOf((byte)'\n');
        return new JsonException($"{failure.Message} Path: {path}.", path, line, column, failure);
    }

    /// <summary>The path of the token that starts at the given byte: <c>$.value[3].size</c>.</summary>
    public static string At(ReadOnlySpan<byte> json, long position)
    {
        var reader = new Utf8JsonReader(json);
        var levels = new List<Level>();
        try
        {
            while (reader.Read())
            {
                Advance(in reader, levels);
                if (reader.TokenStartIndex >= position)
                    break;
                Leave(in reader, levels);
            }
        }
        catch (JsonException)
        {
            // The text is not JSON from here on: the path reached so far is the answer.
            return Render(levels);
        }
        return Render(levels);
    }

    // Counts items and remembers names as their tokens are met.
    private static void Advance(in Utf8JsonReader reader, List<Level> levels)
    {
        if (levels.Count == 0)
            return;
        Level level = levels[^1];
        if (reader.TokenType == JsonTokenType.PropertyName)
            levels[^1] = level with { Name = Name(in reader) };
        else if (level.IsArray && reader.TokenType != JsonTokenType.EndArray)
            levels[^1] = level with { Index = level.Index + 1 };
    }

    // Lenient, for the failure to tell of may be that this is no UTF-8.
    private static string Name(in Utf8JsonReader reader)
    {
        string raw = Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.ValueIsEscaped && !raw.Contains('\uFFFD', StringComparison.Ordinal) ? reader.GetString()! : raw;
    }

    private static void Leave(in Utf8JsonReader reader, List<Level> levels)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            levels.Add(new Level(reader.TokenType == JsonTokenType.StartArray, null, -1));
        else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            levels.RemoveAt(levels.Count - 1);
    }

    private static string Render(List<Level> levels)
    {
        var path = new StringBuilder("$");
        foreach (Level level in levels)
        {
            if (level.IsArray && level.Index >= 0)
                path.Append(CultureInfo.InvariantCulture, $"[{level.Index}]");
            else if (level.Name is { } name)
                path.Append(name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $".{name}" : $"['{name}']");
        }
        return path.ToString();
    }

    private readonly record struct Level(bool IsArray, string? Name, int Index);
}
