using System.Globalization;
using System.Text.Json;

namespace DocGen.Corpus;

/// <summary>
/// Compares two JSON values, including the presence of members. The order of members does not matter, and equal
/// numbers, instants, durations, GUIDs and bytes may have different spellings.
/// </summary>
internal static class JsonDifferences
{
    public static IEnumerable<string> Of(JsonElement shown, JsonElement sent, string path = "$")
    {
        if (shown.ValueKind != sent.ValueKind)
            return [$"{path}: {shown.ValueKind} became {sent.ValueKind}"];
        switch (shown.ValueKind)
        {
            case JsonValueKind.Object:
                return shown.EnumerateObject()
                    .SelectMany(member => sent.TryGetProperty(member.Name, out JsonElement same)
                        ? Of(member.Value, same, $"{path}.{member.Name}") : [$"{path}.{member.Name}: lost"])
                    .Concat(sent.EnumerateObject().Where(member => !shown.TryGetProperty(member.Name, out _))
                        .Select(member => $"{path}.{member.Name}: added"));
            case JsonValueKind.Array when shown.GetArrayLength() != sent.GetArrayLength():
                return [$"{path}: different length"];
            case JsonValueKind.Array:
                return shown.EnumerateArray().Zip(sent.EnumerateArray())
                    .SelectMany((pair, index) => Of(pair.First, pair.Second, $"{path}[{index}]"));
            case JsonValueKind.Number when shown.GetDouble() != sent.GetDouble():
                return [$"{path}: {shown} became {sent}"];
            case JsonValueKind.String when !IsSame(shown.GetString()!, sent.GetString()!,
                path.EndsWith("@odata.type", StringComparison.Ordinal)):
                return [$"{path}: '{shown}' became '{sent}'"];
            default:
                return [];
        }
    }

    private static bool IsSame(string shown, string sent, bool isType)
    {
        if (isType)
            return shown.Split('#')[^1].Equals(sent.Split('#')[^1], StringComparison.OrdinalIgnoreCase);
        return shown == sent
            || (Instant(shown) is { } a && Instant(sent) == a)
            || (Guid.TryParse(shown, out Guid c) && Guid.TryParse(sent, out Guid d) && c == d)
            || (Clock(shown) is { } t && Clock(sent) == t)
            || (TextValues.Duration(shown) is { } e && TextValues.Duration(sent) == e)
            || (TextValues.Bytes(shown) is { } f && TextValues.Bytes(sent) is { } g && f.AsSpan().SequenceEqual(g));
    }

    private static DateTimeOffset? Instant(string text) => text.Length >= 10
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out DateTimeOffset value) ? value : null;

    private static TimeOnly? Clock(string text) => text.Length >= 5 && text[2] == ':'
        && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out TimeOnly value) ? value : null;
}
