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
    public static string At(ReadOnlySpan<byte> json, long position) => At(json, [position])[0];

    /// <summary>The path of a member of the whole.</summary>
    public static string Of(string name) => "$" + Item(name);

    /// <summary>Values that did not fit, with their paths. The text is read once, however many they are.</summary>
    public static IReadOnlyList<Misfit> Of(IReadOnlyList<RefusedValue> refused, ReadOnlySpan<byte> json)
    {
        string[] paths = At(json, [.. refused.Select(static one => one.Position)]);
        return [.. refused.Zip(paths, static (one, path) =>
            new Misfit(path, Encoding.UTF8.GetString(one.Text), one.Expected))];
    }

    // The positions are in the order of the text.
    private static string[] At(ReadOnlySpan<byte> json, long[] positions)
    {
        var paths = new string[positions.Length];
        int found = 0;
        var reader = new Utf8JsonReader(json);
        // What is open: how its latest item is written in a path, and in an array which one comes next.
        var open = new List<(string Item, int Next)>();
        try
        {
            while (found < paths.Length && reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                    open[^1] = (Item(JsonUnicode.Text(reader.ValueSpan)), -1);
                else if (reader.TokenType != JsonTokenType.EndArray && open is [.., { Next: >= 0 and var next }])
                    open[^1] = (string.Create(CultureInfo.InvariantCulture, $"[{next}]"), next + 1);
                while (found < paths.Length && reader.TokenStartIndex >= positions[found])
                    paths[found++] = Path(open);
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    open.Add(("", reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    open.RemoveAt(open.Count - 1);
            }
        }
        catch (JsonException)
        {
            // The text is not JSON from here on: the path reached so far is the answer.
        }

        paths.AsSpan(found).Fill(Path(open));
        return paths;
    }

    private static string Path(List<(string Item, int Next)> open) =>
        "$" + string.Concat(open.Select(static level => level.Item));

    private static string Item(string name) =>
        name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $".{name}" : $"['{name}']";
}
