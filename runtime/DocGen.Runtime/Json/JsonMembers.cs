namespace DocGen.Infrastructure;

/// <summary>
/// Reads members of JSON without an emitted class, such as errors; returns null if a member is absent or has another
/// kind.
/// </summary>
internal static class JsonMembers
{
    public static JsonElement? Member(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) ? value : null;

    public static JsonElement? Member(this JsonElement parent, string name, JsonValueKind kind) =>
        parent.Member(name) is { } value && value.ValueKind == kind ? value : null;

    /// <summary>Returns the value of an object that may be wrapped in another: <c>{"value": …}</c>.</summary>
    public static JsonElement Unwrapped(this JsonElement parent) =>
        parent.Member("value", JsonValueKind.Object) ?? parent;

    public static string? Text(this JsonElement parent, string name) =>
        parent.Member(name, JsonValueKind.String)?.GetString();
}
