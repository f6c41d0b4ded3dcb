namespace DocGen.Generator.Json;

internal sealed class JsonArray(int start, int end, List<JsonValue> items) : JsonValue(start, end)
{
    public IReadOnlyList<JsonValue> Items { get; } = items;
}
