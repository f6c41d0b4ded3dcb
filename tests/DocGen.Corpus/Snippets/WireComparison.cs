using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Snippets;

namespace DocGen.Corpus;

/// <summary>
/// Compares the request that a snippet sends with its page: method, URL, documented headers and body.
/// </summary>
internal static partial class WireComparison
{
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Returns the differences, or none if the requests are equal.</summary>
    /// <param name="skipped">The number of segments of the shown URL that belong to the service root.</param>
    public static IEnumerable<string> Of(ShownRequest shown, SentRequest sent, Uri root, int skipped)
    {
        if (shown.Method != sent.Method)
            yield return $"method: {shown.Method} became {sent.Method}";
        foreach (string difference in Path(shown, sent, root, skipped).Concat(Query(shown, sent))
            .Concat(Headers(shown, sent)).Concat(Body(shown, sent, root)))
            yield return difference;
    }

    private static IEnumerable<string> Path(ShownRequest shown, SentRequest sent, Uri root, int skipped)
    {
        string wanted = Normal(string.Join('/', ExampleUrl.Read(shown.Target).Segments.Skip(skipped)));
        string found = Normal(sent.Uri.AbsolutePath[root.AbsolutePath.TrimEnd('/').Length..].Trim('/'));
        return wanted.Equals(found, StringComparison.OrdinalIgnoreCase) ? [] : [$"path: '{wanted}' became '{found}'"];
    }

    /// <summary>
    /// Returns a path without spaces and empty parentheses, with sorted function arguments, because their order does
    /// not matter.
    /// </summary>
    private static string Normal(string path) => Arguments().Replace(
        Uri.UnescapeDataString(path).Replace(" ", "", StringComparison.Ordinal).Replace("()", "",
            StringComparison.Ordinal),
        call => "(" + string.Join(',', call.Groups[1].Value.Split(',').Order(StringComparer.Ordinal)) + ")");

    private static IEnumerable<string> Query(ShownRequest shown, SentRequest sent)
    {
        var wanted = Options(ExampleUrl.Read(shown.Target).Query).Order(StringComparer.Ordinal).ToArray();
        var found = Options(ExampleUrl.Read(sent.Uri.OriginalString).Query).Order(StringComparer.Ordinal).ToArray();
        return wanted.Except(found).Select(option => $"query: '{option}' is lost")
            .Concat(found.Except(wanted).Select(option => $"query: '{option}' is added"));
    }

    /// <summary>
    /// Returns query options for comparison: with the optional <c>$</c> of OData's system query options, and without
    /// spaces in lists.
    /// </summary>
    private static IEnumerable<string> Options(IEnumerable<KeyValuePair<string, string>> query) => query.Select(pair =>
        (SystemQueryOptions.WireName(pair.Key) ?? SystemQueryOptions.WireName("$" + pair.Key) ?? pair.Key)
        + "=" + string.Join(',', Address(pair.Value).Split(',').Select(item => item.Trim())));

    /// <summary>Decodes a URL in a query once more, because its encoded parts are encoded twice.</summary>
    private static string Address(string value) =>
        value.StartsWith("http", StringComparison.Ordinal) ? Uri.UnescapeDataString(value) : value;

    private static IEnumerable<string> Headers(ShownRequest shown, SentRequest sent)
    {
        foreach (IGrouping<string,
            string> header in shown.Headers.Where(h => OptionValues.IsSent(h.Name))
            .GroupBy(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase))
        {
            string wanted = string.Join(", ", header);
            if (!sent.Headers.TryGetValue(header.Key, out string? found))
                yield return $"header: '{header.Key}' is lost";
            else if (found != wanted)
                yield return $"header {header.Key}: '{wanted}' became '{found}'";
        }

        string? type = sent.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (shown is { MediaType: { } stated } && sent.Body is not null && stated != type)
            yield return $"media type: '{stated}' became '{type}'";
    }

    private static IEnumerable<string> Body(ShownRequest shown, SentRequest sent, Uri root)
    {
        bool isShown = shown.Body is not null || shown.Form.Count > 0;
        if (!isShown || sent.Body is null)
        {
            if (isShown)
                return ["body: lost"];
            return sent.Body is { Length: > 0 } body ? [$"body: '{Encoding.UTF8.GetString(body)}' is added"] : [];
        }

        string text = Encoding.UTF8.GetString(sent.Body);
        string type = sent.ContentType?.Split(';')[0].Trim() ?? "";
        if (type.StartsWith("multipart/", StringComparison.Ordinal))
            return Parts(shown, text, sent.ContentType!, root);
        if (type == "application/x-www-form-urlencoded")
            return Options(ExampleUrl.Read("/?" + shown.Body).Query).Order()
                .SequenceEqual(Options(ExampleUrl.Read("/?" + text).Query).Order())
                ? []
                : [$"form: '{shown.Body}' became '{text}'"];
        return type.EndsWith("json", StringComparison.Ordinal) ? Json(shown.Body ?? "", text, root)
            : Text(shown.Body ?? "", text);
    }

    /// <summary>Compares text without white space at the ends of lines, which a page does not show.</summary>
    private static IEnumerable<string> Text(string shown, string sent) =>
        Seen(shown) == Seen(sent) ? [] : ["body: other bytes"];

    private static string Seen(string text) =>
        string.Join('\n', text.Trim().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));

    private static IEnumerable<string> Parts(ShownRequest shown, string sent, string contentType, Uri root)
    {
        Dictionary<string,
            MultipartPart> found =
            MultipartReader.Read(sent.Replace("\r", "", StringComparison.Ordinal), contentType, out _)
            .ToDictionary(part => part.Name);
        if (shown.Form.Count > 0)
            return shown.Form.Where(field =>
                !found.TryGetValue(field.Name, out MultipartPart? part) || (!field.IsFile && part.Body != field.Value))
                .Select(field => $"part '{field.Name}': lost");
        IReadOnlyList<MultipartPart> wanted =
            MultipartReader.Read(shown.Body ?? "",
            shown.Headers.FirstOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value,
            out _);
        return wanted.SelectMany(
            part => !found.TryGetValue(part.Name, out MultipartPart? same) ? [$"part '{part.Name}': lost"]
            : part.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? Json(part.Body, same.Body, root)
                : Text(part.Body, same.Body))
            .Concat(found.Keys.Except(wanted.Select(part => part.Name)).Select(name => $"part '{name}': added"));
    }

    /// <summary>
    /// Compares JSON bodies. The page's JSON is parsed by System.Text.Json, which skips comments and trailing commas,
    /// or else by the generator's reader.
    /// </summary>
    private static IEnumerable<string> Json(string shown, string sent, Uri root)
    {
        if (Seen(shown) == Seen(sent))
            return [];
        JsonElement wanted;
        try
        {
            wanted = JsonDocument.Parse(shown, Lenient).RootElement;
        }
        catch (JsonException)
        {
            if (JsonReader.Read(shown).Value is not { } value)
                return ["body: not JSON"];
            wanted = JsonDocument.Parse(JsonText.Write(value, _ => true)).RootElement;
        }

        JsonElement found = JsonDocument.Parse(sent).RootElement;
        bool isReference = found.ValueKind == JsonValueKind.Object && found.EnumerateObject().Count() == 1
            && found.TryGetProperty("@odata.id", out _);
        return isReference ? Reference(wanted, found, root) : JsonDifferences.Of(wanted, found);
    }

    /// <summary>Compares the URLs of entity references without their service root.</summary>
    private static IEnumerable<string> Reference(JsonElement shown, JsonElement sent, Uri root)
    {
        string Path(JsonElement json) =>
            json.TryGetProperty("@odata.id", out JsonElement address)
            ? Uri.UnescapeDataString(ExampleUrl.PathBelowRoot(address.GetString()!)) : "";
        string found = Path(sent);
        string rootPath = ExampleUrl.PathBelowRoot(root.AbsoluteUri.TrimEnd('/') + "/");
        found = rootPath.Length > 1 && found.StartsWith(rootPath, StringComparison.Ordinal)
            ? found[(rootPath.Length - 1)..] : found;
        return Path(shown).Equals(found, StringComparison.OrdinalIgnoreCase)
            ? []
            : [$"reference: '{Path(shown)}' became '{found}'"];
    }

    [GeneratedRegex("\\(([^()]*)\\)")]
    private static partial Regex Arguments();
}
