namespace DocGen.Generator.Json;

internal sealed class JsonMember(string name, int start, int end, JsonValue value)
{
    public string Name { get; } = name;

    public int NameStart { get; } = start;

    public int NameEnd { get; } = end;

    public JsonValue Value { get; } = value;
}
