namespace DocGen.Generator.Json;

/// <summary>A JSON value as it stands in a page, with its place in the text it was read from.</summary>
internal abstract class JsonValue(int start, int end)
{
    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The string's value, or null for every other kind.</summary>
    public string? AsString => (this as JsonString)?.Value;

    /// <summary>A Boolean, also one that was written as a string.</summary>
    public bool? AsBoolean => this switch
    {
        JsonLiteral { Text: "true" } => true,
        JsonLiteral { Text: "false" } => false,
        JsonString { Value: var s } when s.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        JsonString { Value: var s } when s.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    /// <summary>The strings of an array, or a single string, or nothing.</summary>
    public IEnumerable<string> AsStrings() => this switch
    {
        JsonString s => [s.Value],
        JsonArray a => a.Items.OfType<JsonString>().Select(s => s.Value),
        _ => [],
    };
}
