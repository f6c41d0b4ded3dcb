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

internal sealed class JsonObject(int start, int end, List<JsonMember> members) : JsonValue(start, end)
{
    public IReadOnlyList<JsonMember> Members { get; } = members;

    /// <summary>The value of a member, or null where there is none; the first where it is doubled.</summary>
    public JsonValue? this[string name]
    {
        get
        {
            foreach (JsonMember member in Members)
            {
                if (member.Name == name)
                    return member.Value;
            }

            return null;
        }
    }
}

internal sealed class JsonMember(string name, int start, int end, JsonValue value)
{
    public string Name { get; } = name;

    public int NameStart { get; } = start;

    public int NameEnd { get; } = end;

    public JsonValue Value { get; } = value;
}

internal sealed class JsonArray(int start, int end, List<JsonValue> items) : JsonValue(start, end)
{
    public IReadOnlyList<JsonValue> Items { get; } = items;
}

internal sealed class JsonString(int start, int end, string value) : JsonValue(start, end)
{
    public string Value { get; } = value;
}

internal sealed class JsonNumber(int start, int end, string text) : JsonValue(start, end)
{
    public string Text { get; } = text;

    public bool IsInteger => Text.IndexOfAny(['.', 'e', 'E']) < 0;
}

/// <summary>true, false, null, or a bare word that stands where a value should.</summary>
internal sealed class JsonLiteral(int start, int end, string text) : JsonValue(start, end)
{
    public string Text { get; } = text;

    public bool IsNull => Text == "null";

    public bool IsBoolean => Text is "true" or "false";
}

/// <summary>What the reader let pass, or could not.</summary>
internal enum JsonFault
{
    Comment,
    TrailingComma,
    MissingComma,
    UnquotedName,
    UnquotedValue,
    SingleQuotes,
    RawNewline,
    Ellipsis,
    OtherSpace,
    BadNumber,
    BadEscape,
    DuplicateName,
    Unterminated,
    Unexpected,
    TooDeep,
    TrailingText,
    Empty,
}

/// <summary>A departure from RFC 8259 and where it stands.</summary>
internal readonly record struct JsonFinding(JsonFault Fault, int Start, int End)
{
    /// <summary>The text still says what it means; the others leave something out or to chance.</summary>
    public bool IsHarmless => Fault is JsonFault.Comment or JsonFault.TrailingComma or JsonFault.UnquotedName
        or JsonFault.RawNewline or JsonFault.Ellipsis or JsonFault.OtherSpace or JsonFault.SingleQuotes;
}
