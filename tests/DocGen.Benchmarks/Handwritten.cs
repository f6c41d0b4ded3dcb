using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace DocGen.Benchmarks;

// The code that a careful developer writes without DocGen: classes with the same members as the emitted classes, the
// source generator of System.Text.Json, and an HttpClient.

public sealed class PlainPage
{
    [JsonPropertyName("@odata.nextLink")]
    public string? NextLink { get; set; }

    public List<PlainItem>? Value { get; set; }
}

public class PlainBaseItem
{
    public PlainIdentitySet? CreatedBy { get; set; }

    public DateTimeOffset? CreatedDateTime { get; set; }

    public string? Description { get; set; }

    public string? ETag { get; set; }

    public string? Id { get; set; }

    public PlainIdentitySet? LastModifiedBy { get; set; }

    public DateTimeOffset? LastModifiedDateTime { get; set; }

    public string? Name { get; set; }

    public PlainReference? ParentReference { get; set; }

    public string? WebUrl { get; set; }
}

public sealed class PlainItem : PlainBaseItem
{
    public List<PlainItem>? Children { get; set; }

    [JsonPropertyName("@example.drive.conflictBehavior")]
    public string? ConflictBehavior { get; set; }

    [JsonPropertyName("@example.drive.downloadUrl")]
    public string? DownloadUrl { get; set; }

    public PlainDeleted? Deleted { get; set; }

    public PlainFile? File { get; set; }

    public PlainFolder? Folder { get; set; }

    public List<PlainGrant>? Permissions { get; set; }

    public long? Size { get; set; }

    [JsonPropertyName("@example.drive.sourceUrl")]
    public string? SourceUrl { get; set; }

    public List<string>? Tags { get; set; }

    public List<PlainVersion>? Versions { get; set; }
}

public sealed class PlainDeleted
{
    public string? State { get; set; }
}

public sealed class PlainGrant
{
    public string? Id { get; set; }

    public List<string>? Roles { get; set; }
}

public sealed class PlainVersion
{
    public string? Id { get; set; }

    public long? Size { get; set; }
}

public sealed class PlainReference
{
    public string? DriveId { get; set; }

    public string? Id { get; set; }

    public string? Path { get; set; }
}

public sealed class PlainFile
{
    public PlainHashes? Hashes { get; set; }

    public string? MimeType { get; set; }
}

public sealed class PlainHashes
{
    public string? Sha256Hash { get; set; }
}

public sealed class PlainFolder
{
    public int? ChildCount { get; set; }
}

public sealed class PlainIdentitySet
{
    public PlainIdentity? Application { get; set; }

    public PlainIdentity? User { get; set; }
}

public sealed class PlainIdentity
{
    public string? DisplayName { get; set; }

    public string? Id { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainPage))]
[JsonSerializable(typeof(List<PlainItem>))]
internal sealed partial class PlainJson : JsonSerializerContext;

/// <summary>The hand-written calls.</summary>
internal sealed class PlainClient(HttpClient http)
{
    public async IAsyncEnumerable<PlainItem> ListChildrenAsync(string id)
    {
        for (string? link = "drive/items/" + Uri.EscapeDataString(id) + "/children"; link is not null;)
        {
            PlainPage? page = await http.GetFromJsonAsync(link, PlainJson.Default.PlainPage);
            foreach (PlainItem item in page?.Value ?? [])
                yield return item;
            link = page?.NextLink;
        }
    }

    public Task<PlainItem?> GetAsync(string id) =>
        http.GetFromJsonAsync("drive/items/" + Uri.EscapeDataString(id), PlainJson.Default.PlainItem);

    public async Task<PlainItem?> UpdateAsync(string id, PlainItem changes)
    {
        using HttpResponseMessage response =
            await http.PatchAsJsonAsync("drive/items/" + Uri.EscapeDataString(id), changes,
                PlainJson.Default.PlainItem);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(PlainJson.Default.PlainItem);
    }
}
