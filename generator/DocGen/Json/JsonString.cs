namespace DocGen.Generator.Json;

internal sealed class JsonString(int start, int end, string value) : JsonValue(start, end)
{
    public string Value { get; } = value;
}
