namespace DocGen.Generator.Json;

internal sealed class JsonNumber(int start, int end, string text) : JsonValue(start, end)
{
    public string Text { get; } = text;

    public bool IsInteger => Text.IndexOfAny(['.', 'e', 'E']) < 0;
}
