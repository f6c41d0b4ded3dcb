namespace DocGen.Generator.Json;

/// <summary>A JSON value from a page, with its offsets in the source text.</summary>
internal abstract class JsonValue(int start, int end)
{
    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The value of a string, or null for other kinds.</summary>
    public string? AsString => (this as JsonString)?.Value;

    /// <summary>The value of a Boolean, or of the string "true" or "false", ignoring case; else null.</summary>
    public bool? AsBoolean => this switch
    {
        JsonLiteral { Text: "true" } => true,
        JsonLiteral { Text: "false" } => false,
        JsonString { Value: var s } when s.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        JsonString { Value: var s } when s.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    /// <summary>Returns the strings in an array, or a single string; empty for other kinds.</summary>
    public IEnumerable<string> AsStrings() => this switch
    {
        JsonString s => [s.Value],
        JsonArray a => a.Items.OfType<JsonString>().Select(s => s.Value),
        _ => [],
    };
}
