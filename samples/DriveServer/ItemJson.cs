using System.Globalization;
using System.Text.Json.Nodes;

namespace Samples.Drive;

/// <summary>Reads and writes items as JSON: see <c>apidocs/resources/driveitem.md</c>.</summary>
internal static class ItemJson
{
    public static JsonObject Write(StoredItem item, SignedUrls signedUrls, IReadOnlyCollection<string>? select = null)
    {
        var json = new JsonObject
        {
            ["id"] = item.Id,
            ["name"] = item.Name,
            ["eTag"] = item.ETag,
            ["size"] = item.Size,
            ["createdBy"] = Actor(),
            ["createdDateTime"] = Timestamp(item.Created),
            ["lastModifiedBy"] = Actor(),
            ["lastModifiedDateTime"] = Timestamp(item.Modified),
            ["webUrl"] = "https://drive.example.com/browse/" + item.Id,
        };
        if (item.Description is not null)
            json["description"] = item.Description;
        if (item.Tags is not null)
            json["tags"] = new JsonArray([.. item.Tags.Select(static tag => JsonValue.Create(tag))]);
        if (item.Parent is { } parent)
            json["parentReference"] = Reference(parent);
        if (item.Children is not null)
            json["folder"] = new JsonObject { ["childCount"] = item.Children.Count };
        if (item.Content is { } content)
        {
            json["file"] = new JsonObject
            {
                ["mimeType"] = content.MimeType,
                ["hashes"] = new JsonObject { ["sha256Hash"] = content.Sha256Hash },
            };
            json["@example.drive.downloadUrl"] = signedUrls.For(item).AbsoluteUri;
        }

        foreach ((string name, JsonNode? value) in item.Extra)
            json[name] = value?.DeepClone();
        return select is null ? json : Selected(json, select);
    }

    public static string? Text(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw DriveException.InvalidRequest($"'{name}' is not a string."),
    };

    public static JsonObject? Object(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonObject value => value,
        _ => throw DriveException.InvalidRequest($"'{name}' is not an object."),
    };

    public static NameConflict Conflict(JsonObject json) => Text(json, "@example.drive.conflictBehavior") switch
    {
        null or "fail" => NameConflict.Fail,
        "replace" => NameConflict.Replace,
        "rename" => NameConflict.Rename,
        string other => throw DriveException.InvalidRequest($"'{other}' is not a conflict behavior."),
    };

    public static JsonObject Selected(JsonObject json, IReadOnlyCollection<string> names)
    {
        var selected = new JsonObject();
        foreach (string name in names.Where(json.ContainsKey))
            selected[name] = json[name]?.DeepClone();
        return selected;
    }

    public static JsonObject Actor() => new()
    {
        ["user"] = new JsonObject { ["id"] = "user-1", ["displayName"] = "Ana Example" },
    };

    public static JsonObject Reference(StoredItem item) => new()
    {
        ["driveId"] = DriveStore.DriveId,
        ["id"] = item.Id,
        ["path"] = item.Path,
    };

    public static string Timestamp(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
