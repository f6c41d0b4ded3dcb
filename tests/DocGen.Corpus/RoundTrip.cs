using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace DocGen.Corpus;

/// <summary>
/// Reads the docs' example responses into the emitted types and writes them again: what comes out is to be the same JSON,
/// but for the order of members and for other spellings of equal numbers, dates, durations, GUIDs and base64.
/// </summary>
internal sealed partial class RoundTrip
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.OrdinalIgnoreCase);
    private readonly MethodInfo _again;

    private RoundTrip(Assembly assembly)
    {
        foreach (Type type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsSubclassOf(typeof(ApiResource))))
        {
            var resource = (ApiResource)Activator.CreateInstance(type)!;
            if (typeof(ApiResource).GetProperty("ODataTypeName", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(resource) is string name)
                _types.TryAdd(name, type);
        }

        _again = typeof(RoundTrip).GetMethod(nameof(Again), BindingFlags.Static | BindingFlags.NonPublic)!;
    }

    public int Examples { get; private set; }

    public int Untyped { get; private set; }

    public int NotJson { get; private set; }

    public int Same { get; private set; }

    /// <summary>What differs, as page, line, path and cause.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Compiled code, over every page.</summary>
    public static RoundTrip Run(byte[] image, IEnumerable<(string Path, string Text)> pages)
    {
        var trip = new RoundTrip(AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(image)));
        foreach ((string path, string text) in pages)
        {
            foreach (Match match in AnnotatedFence().Matches(text))
                trip.Try(path, text, match);
        }

        return trip;
    }

    private void Try(string path, string text, Match match)
    {
        string annotation = match.Groups["annotation"].Value;
        string message = match.Groups["content"].Value.ReplaceLineEndings("\n");
        int blank = message.IndexOf("\n\n", StringComparison.Ordinal);
        if (!IsResponse().IsMatch(annotation) || blank < 0 || message[blank..].TrimStart() is not ['{' or '[', ..] body)
            return;
        Examples++;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            // What is no JSON is a finding of the generator's own.
            NotJson++;
            return;
        }

        using (document)
        {
            if (!_types.TryGetValue(TypeName(annotation), out Type? type))
            {
                Untyped++;
                return;
            }

            int line = text.AsSpan(0, match.Groups["content"].Index).Count('\n') + 1;
            string[] problems = [.. Values(document.RootElement, type).SelectMany(value => Problems(value.Element, value.Path, type))];
            if (problems.Length == 0)
                Same++;
            else
                Failures.AddRange(problems.Select(problem => $"{path}({line}): {type.Name} {problem}"));
        }
    }

    private static string TypeName(string annotation)
    {
        string name = ODataType().Match(annotation).Groups[1].Value.TrimStart('#');
        return name.StartsWith("Collection(", StringComparison.OrdinalIgnoreCase) ? name[11..].TrimEnd(')') : name;
    }

    // A page's items, a lone value, or the object itself.
    private static IEnumerable<(JsonElement Element, string Path)> Values(JsonElement root, Type type)
    {
        bool hasValue = type.GetProperty("Value") is not null;
        if (root.ValueKind == JsonValueKind.Object && !hasValue && root.TryGetProperty("value", out JsonElement value))
        {
            if (value.ValueKind == JsonValueKind.Array)
                return value.EnumerateArray().Select((item, index) => (item, $"$.value[{index}]"));
            if (value.ValueKind == JsonValueKind.Object)
                return [(value, "$.value")];
        }

        return root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Select((item, index) => (item, $"$[{index}]")) : [(root, "$")];
    }

    private IEnumerable<string> Problems(JsonElement value, string path, Type type)
    {
        byte[] again;
        try
        {
            again = (byte[])_again.MakeGenericMethod(type).Invoke(null, [Encoding.UTF8.GetBytes(value.GetRawText())])!;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is JsonException failure)
        {
            return [$"{path}{failure.Path?[1..]}: {failure.Message.Split(" Path:")[0]}"];
        }

        using JsonDocument written = JsonDocument.Parse(again);
        return [.. Differences(value, written.RootElement, path)];
    }

    private static byte[] Again<T>(byte[] json) where T : ApiResource, Infrastructure.IResource<T>
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        ResourceJson.Write(buffer, ResourceJson.Read<T>(json));
        return buffer.WrittenSpan.ToArray();
    }

    private static IEnumerable<string> Differences(JsonElement before, JsonElement after, string path)
    {
        if (before.ValueKind != after.ValueKind)
            return [$"{path}: {before.ValueKind} became {after.ValueKind}"];
        return before.ValueKind switch
        {
            JsonValueKind.Object => before.EnumerateObject()
                .SelectMany(member => after.TryGetProperty(member.Name, out JsonElement same)
                    ? Differences(member.Value, same, $"{path}.{member.Name}")
                    : [$"{path}.{member.Name}: lost"])
                .Concat(after.EnumerateObject().Where(member => !before.TryGetProperty(member.Name, out _)).Select(member => $"{path}.{member.Name}: added")),
            JsonValueKind.Array when before.GetArrayLength() != after.GetArrayLength() => [$"{path}: another length"],
            JsonValueKind.Array => before.EnumerateArray().Zip(after.EnumerateArray())
                .SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{path}[{index}]")),
            JsonValueKind.Number when before.GetDouble() != after.GetDouble() => [$"{path}: {before} became {after}"],
            JsonValueKind.String when !SameText(before.GetString()!, after.GetString()!) => [$"{path}: '{before}' became '{after}'"],
            _ => [],
        };
    }

    private static bool SameText(string before, string after) =>
        before == after
        || (DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset a)
            && DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset b) && a == b)
        || (Guid.TryParse(before, out Guid c) && Guid.TryParse(after, out Guid d) && c == d)
        || (Duration(before) is { } e && Duration(after) == e)
        || (Bytes(before) is { } f && Bytes(after) is { } g && f.AsSpan().SequenceEqual(g));

    private static TimeSpan? Duration(string text)
    {
        if (text.Length == 0 || text[text[0] == '-' ? Math.Min(1, text.Length - 1) : 0] != 'P')
            return null;
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(string text)
    {
        string padded = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        return System.Buffers.Text.Base64.IsValid(padded) ? Convert.FromBase64String(padded) : null;
    }

    [GeneratedRegex(@"<!--\s*(?<annotation>\{.*?\})\s*-->\s*```[a-z]*[ \t]*\r?\n(?<content>.*?)\r?\n[ \t]*```", RegexOptions.Singleline)]
    private static partial Regex AnnotatedFence();

    [GeneratedRegex("\"?blockType\"?\\s*:\\s*\"response\"")]
    private static partial Regex IsResponse();

    [GeneratedRegex("\"?@(?:odata\\.)?type\"?\\s*:\\s*\"([^\"]+)\"")]
    private static partial Regex ODataType();
}
