namespace DocGen.Infrastructure;

/// <summary>
/// Finds the path of a position in a JSON text. The text is read again after a failure, so that reading itself does not
/// have to track the path.
/// </summary>
internal static class JsonPath
{
    /// <summary>Returns the exception with the path and the position of the token where it occurred.</summary>
    public static JsonException Locate(JsonException failure, ReadOnlySpan<byte> json, long position)
    {
        string path = At(json, position);
        ReadOnlySpan<byte> before = json[..(int)Math.Min(position, json.Length)];
        long line = failure.LineNumber ?? before.Count((byte)'\n');
        long column = failure.BytePositionInLine ?? before.Length - 1 - before.LastIndexOf((byte)'\n');
        return new JsonException($"{failure.Message} Path: {path}.", path, line, column, failure);
    }

    /// <summary>Returns the path of the token that starts at a byte offset: <c>$.value[3].size</c>.</summary>
    public static string At(ReadOnlySpan<byte> json, long position) => At(json, [position])[0];

    /// <summary>Returns the path of a member of the root.</summary>
    public static string Of(string name) => "$" + Item(name);

    /// <summary>Returns the values that did not fit, with their paths. The text is read only once.</summary>
    public static IReadOnlyList<Misfit> Of(IReadOnlyList<RefusedValue> refused, ReadOnlySpan<byte> json)
    {
        string[] paths = At(json, [.. refused.Select(static one => one.Position)]);
        return [.. refused.Zip(paths, static (one, path) =>
            new Misfit(path, Encoding.UTF8.GetString(one.Text), one.Expected))];
    }

    // The positions are in text order.
    private static string[] At(ReadOnlySpan<byte> json, long[] positions)
    {
        var paths = new string[positions.Length];
        int found = 0;
        var reader = new Utf8JsonReader(json);
        // The open objects and arrays: each has the path of its latest item, and an array has its next index.
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
            // The text is not JSON from here on: return the path reached so far.
        }

        paths.AsSpan(found).Fill(Path(open));
        return paths;
    }

    private static string Path(List<(string Item, int Next)> open) =>
        "$" + string.Concat(open.Select(static level => level.Item));

    private static string Item(string name) =>
        name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? $".{name}" : $"['{name}']";
}
