namespace DocGen.Generator.Json;

/// <summary>The literal true, false or null, or any other text without quotes in place of a value.</summary>
internal sealed class JsonLiteral(int start, int end, string text) : JsonValue(start, end)
{
    public string Text { get; } = text;

    public bool IsNull => Text == "null";

    public bool IsBoolean => Text is "true" or "false";
}
