using System.Text.Json.Nodes;

namespace Samples.Drive;

/// <summary>
/// The changes that a request makes to an item. They are read completely before any of them is applied.
/// </summary>
internal sealed class ItemChanges
{
    private const int MaxDescriptionLength = 1000;

    private static readonly HashSet<string> Defined = new(StringComparer.Ordinal)
    {
        "children", "createdBy", "createdDateTime", "deleted", "description", "eTag", "file", "folder", "id",
        "lastModifiedBy",
        "lastModifiedDateTime", "name", "parentReference", "permissions", "size", "tags", "versions", "webUrl",
    };

    private readonly List<Action<StoredItem>> _changes = [];

    private ItemChanges()
    {
    }

    /// <summary>Reads writable members and ignores read-only members.</summary>
    public static ItemChanges Read(JsonObject json)
    {
        var changes = new ItemChanges();
        if (json.ContainsKey("description"))
            changes.Describe(ItemJson.Text(json, "description"));
        if (json.ContainsKey("tags"))
            changes.Tag(json["tags"]);

        // The resource is an open type, so undefined members are kept.
        foreach ((string name, JsonNode? value) in json)
        {
            if (!Defined.Contains(name) && !name.Contains('@', StringComparison.Ordinal))
                changes.Keep(name, value?.DeepClone());
        }

        return changes;
    }

    public void ApplyTo(StoredItem item) => _changes.ForEach(change => change(item));

    private void Describe(string? description)
    {
        if (description?.Length > MaxDescriptionLength)
            throw DriveException.InvalidRequest("'description' is longer than 1,000 characters.");
        _changes.Add(item => item.Description = description);
    }

    private void Tag(JsonNode? json)
    {
        List<string>? tags = json is null ? null : [];
        foreach (JsonNode? value in json as JsonArray ?? [])
        {
            tags!.Add(value is JsonValue text && text.TryGetValue(out string? tag)
                ? tag
                : throw DriveException.InvalidRequest("'tags' contains a value that is not a string."));
        }

        if (json is not (null or JsonArray))
            throw DriveException.InvalidRequest("'tags' is not an array.");
        _changes.Add(item => item.Tags = tags);
    }

    private void Keep(string name, JsonNode? value) => _changes.Add(item =>
    {
        if (value is null)
            item.Extra.Remove(name);
        else
            item.Extra[name] = value.DeepClone();
    });
}
