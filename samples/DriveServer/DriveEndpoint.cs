using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Samples.Drive;

/// <summary>The operations of the API. Each method is named after its page in <c>apidocs/api</c>.</summary>
internal sealed partial class DriveEndpoint(
    DriveStore store, DriveJobs jobs, SignedUrls signedUrls, UploadSessions sessions, HttpClient fetcher,
    FaultSchedule faults)
{
    public const string ServicePath = "/v1.0";

    private const int MaxPageSize = 200;

    public Task HandleAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!;
        string method = context.Request.Method;
        if (MonitorPattern().Match(path) is { Success: true } monitor)
            return method == "GET" ? AskMonitorAsync(context, monitor.Groups["id"].Value) : throw NotAllowed(method);
        if (DrivePattern().Match(path) is { Success: true } drive)
            return method == "GET" ? GetDriveAsync(context, new ItemAddress(drive)) : throw NotAllowed(method);
        if (ItemPattern().Match(path) is not { Success: true } match)
            throw DriveException.NotFound($"There is nothing at '{path}'.", "urlUnknown");

        var address = new ItemAddress(match);
        Match tail = TailPattern().Match(match.Groups["tail"].Value);
        string key = tail.Groups["key"].Value;
        return (method, tail.Groups["name"].Value, key.Length > 0) switch
        {
            ("GET", "", _) => GetAsync(context, address),
            ("PATCH", "", _) => UpdateAsync(context, address),
            ("DELETE", "", _) => DeleteAsync(context, address),
            ("GET", "children", _) => ListChildrenAsync(context, address),
            ("POST", "children", _) => CreateAsync(context, address),
            ("GET", "content", _) => GetContentAsync(context, address),
            ("PUT", "content", _) => PutContentAsync(context, address),
            ("POST", "createUploadSession", _) => CreateUploadSessionAsync(context, address),
            ("POST", "copy", _) => CopyAsync(context, address),
            ("GET", "search", _) => SearchAsync(context, address, Unquoted(tail.Groups["text"].Value)),
            ("GET", "delta", _) => DeltaAsync(context, address),
            ("POST", "createLink", _) => CreateLinkAsync(context, address),
            ("POST", "invite", _) => InviteAsync(context, address),
            ("GET", "permissions", false) => ListPermissionsAsync(context, address),
            ("GET", "permissions", true) => GetPermissionAsync(context, address, key),
            ("DELETE", "permissions", true) => DeletePermissionAsync(context, address, key),
            ("GET", "versions", false) => ListVersionsAsync(context, address),
            ("POST", "versions", true) => RestoreVersionAsync(context, address, key),
            _ => throw NotAllowed(method),
        };
    }

    private Task GetAsync(HttpContext context, ItemAddress address)
    {
        IReadOnlyCollection<string>? select = Names(context.Request.Query["$select"]);
        string[] expand = Names(context.Request.Query["$expand"]) ?? [];
        if (expand.FirstOrDefault(static name => name != "children") is { } unknown)
            throw DriveException.InvalidRequest($"'{unknown}' can't be expanded.");

        (JsonObject json, string eTag) = store.Locked(drive =>
        {
            StoredItem item = address.Find(drive);
            JsonObject json = ItemJson.Write(item, signedUrls, select);
            if (expand.Length > 0 && item.Children is { } children)
                json["children"] = new JsonArray(
                    [.. children.Values.Select(child => ItemJson.Write(child, signedUrls))]);
            return (json, item.ETag);
        });
        return NamesTag(context.Request.Headers.IfNoneMatch, eTag)
            ? Results.StatusCode(304).ExecuteAsync(context)
            : AnswerItemAsync(context, 200, json, eTag);
    }

    private Task ListChildrenAsync(HttpContext context, ItemAddress address) => AnswerPageAsync(context, drive =>
        Sorted(FolderAt(drive, address).Children!.Values, context.Request.Query["$orderby"].ToString()));

    /// <summary>
    /// Handles three documented operations with one URL; the body determines which operation is meant.
    /// </summary>
    private async Task CreateAsync(HttpContext context, ItemAddress address)
    {
        HttpRequest request = context.Request;
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? contentType)
            && contentType.MediaType == "multipart/related")
        {
            MultipartUpload upload = await MultipartUpload.ReadAsync(request, contentType).ConfigureAwait(false);
            await UploadMultipartAsync(context, address, upload).ConfigureAwait(false);
            return;
        }

        JsonObject body = await ReadJsonAsync(request).ConfigureAwait(false);
        await (ItemJson.Text(body, "@example.drive.sourceUrl") is { } sourceUrl
            ? UploadFromUrlAsync(context, address, body, sourceUrl)
            : CreateFolderAsync(context, address, body)).ConfigureAwait(false);
    }

    private Task CreateFolderAsync(HttpContext context, ItemAddress address, JsonObject body)
    {
        if (ItemJson.Object(body, "folder") is null)
            throw DriveException.InvalidRequest("The item has neither 'folder' nor a source of its content.");

        (JsonObject json, string eTag) = Created(address, body, (drive, parent) =>
            drive.CreateFolder(parent, NameOf(body), ItemJson.Conflict(body)));
        return AnswerItemAsync(context, 201, json, eTag);
    }

    private Task UploadMultipartAsync(HttpContext context, ItemAddress address, MultipartUpload upload)
    {
        JsonObject metadata = upload.Metadata;
        if (ItemJson.Object(metadata, "file") is null)
            throw DriveException.InvalidRequest("The item has no 'file'.");

        (JsonObject json, string eTag) = Created(address, metadata, (drive, parent) =>
            drive.CreateFile(parent, NameOf(metadata), ItemJson.Conflict(metadata), upload.Content));
        return AnswerItemAsync(context, 201, json, eTag);
    }

    private Task UploadFromUrlAsync(HttpContext context, ItemAddress address, JsonObject body, string sourceUrl)
    {
        if (!context.Request.Headers["Prefer"].Contains("respond-async"))
            throw DriveException.InvalidRequest("The request has no 'Prefer: respond-async'.");
        if (ItemJson.Object(body, "file") is null)
            throw DriveException.InvalidRequest("The item has no 'file'.");
        if (!Uri.TryCreate(sourceUrl, UriKind.Absolute, out Uri? source) || source.Scheme is not ("http" or "https"))
            throw DriveException.InvalidRequest("'@example.drive.sourceUrl' is not an http or https URL.");

        StoredItem parent = store.Locked(drive =>
        {
            StoredItem parent = FolderAt(drive, address);
            DriveStore.CheckName(parent, NameOf(body), ItemJson.Conflict(body));
            return parent;
        });
        ItemChanges changes = ItemChanges.Read(body);
        return AcceptAsync(context, async () =>
        {
            StoredContent content = await FetchAsync(source).ConfigureAwait(false);
            return store.Locked(drive =>
            {
                StoredItem item = drive.CreateFile(
                    drive.ById(parent.Id), NameOf(body), ItemJson.Conflict(body), content);
                changes.ApplyTo(item);
                return item.Id;
            });
        });
    }

    private Task GetContentAsync(HttpContext context, ItemAddress address)
    {
        (Uri location, string eTag) = store.Locked(drive =>
        {
            StoredItem item = address.Find(drive);
            return item.Content is null
                ? throw new DriveException(400, "notAFile", $"The item '{item.Name}' is a folder.")
                : (signedUrls.For(item), item.ETag);
        });
        return NamesTag(context.Request.Headers.IfNoneMatch, eTag)
            ? Results.StatusCode(304).ExecuteAsync(context)
            : Results.Redirect(location.AbsoluteUri).ExecuteAsync(context);
    }

    private async Task UpdateAsync(HttpContext context, ItemAddress address)
    {
        JsonObject body = await ReadJsonAsync(context.Request).ConfigureAwait(false);
        ItemChanges changes = ItemChanges.Read(body);
        (JsonObject json, string eTag) = store.Locked(drive =>
        {
            StoredItem item = address.Find(drive);
            CheckIfMatch(context.Request, item);
            StoredItem? target = ParentIn(drive, body) ?? item.Parent;
            string name = body.ContainsKey("name") ? NameOf(body) : item.Name;
            if (target != item.Parent || name != item.Name)
                DriveStore.Move(item, target!, name);
            changes.ApplyTo(item);
            drive.Touch(item);
            return (ItemJson.Write(item, signedUrls), item.ETag);
        });
        await AnswerItemAsync(context, 200, json, eTag).ConfigureAwait(false);
    }

    private Task DeleteAsync(HttpContext context, ItemAddress address)
    {
        store.Locked(drive =>
        {
            StoredItem item = address.Find(drive);
            CheckIfMatch(context.Request, item);
            drive.Delete(item);
            return item;
        });
        return Results.NoContent().ExecuteAsync(context);
    }

    private async Task CopyAsync(HttpContext context, ItemAddress address)
    {
        JsonObject body = await ReadJsonAsync(context.Request).ConfigureAwait(false);
        (string sourceId, string parentId, string name) = store.Locked(drive =>
        {
            StoredItem source = address.Find(drive);
            StoredItem parent = ParentIn(drive, body) ?? source.Parent
                ?? throw DriveException.InvalidRequest("The root of a drive can't be copied into itself.");
            string name = body.ContainsKey("name") ? NameOf(body) : source.Name;
            if (parent.IsWithin(source))
                throw DriveException.InvalidRequest("A folder can't be copied into itself.");
            DriveStore.CheckName(parent, name, NameConflict.Fail);
            return (source.Id, parent.Id, name);
        });
        await AcceptAsync(context, () => Task.FromResult(store.Locked(drive =>
            drive.Copy(drive.ById(sourceId), drive.ById(parentId), name).Id))).ConfigureAwait(false);
    }

    private async Task AskMonitorAsync(HttpContext context, string id)
    {
        JobStatus status = await jobs.Find(id).AskAsync().ConfigureAwait(false);
        int statusCode = status.ResourceId is not null ? 303 : status.Failure is not null ? 200 : 202;
        if (statusCode == 303)
            context.Response.Headers.Location = ServiceUrl(context.Request, "/drive/items/" + status.ResourceId);
        if (statusCode == 202)
            context.Response.Headers.RetryAfter = "0";
        await JsonAnswer.Of(status.ToJson(), statusCode).ExecuteAsync(context).ConfigureAwait(false);
    }

    private Task AcceptAsync(HttpContext context, Func<Task<string>> work)
    {
        context.Response.Headers.Location = ServiceUrl(context.Request, "/monitors/" + jobs.Add(work));
        return Results.StatusCode(202).ExecuteAsync(context);
    }

    private async Task<StoredContent> FetchAsync(Uri source)
    {
        try
        {
            using HttpResponseMessage response = await fetcher.GetAsync(source).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            byte[] bytes = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            return new StoredContent(bytes,
                response.Content.Headers.ContentType?.ToString() ?? "application/octet-stream");
        }
        catch (HttpRequestException unavailable)
        {
            throw new DriveException(502, "sourceUnavailable", "The source can't be read: " + unavailable.Message);
        }
    }

    private (JsonObject Json, string ETag) Created(
        ItemAddress address, JsonObject body, Func<DriveStore, StoredItem, StoredItem> create)
    {
        ItemChanges changes = ItemChanges.Read(body);
        return store.Locked(drive =>
        {
            StoredItem item = create(drive, FolderAt(drive, address));
            changes.ApplyTo(item);
            return (ItemJson.Write(item, signedUrls), item.ETag);
        });
    }

    private static Task AnswerItemAsync(HttpContext context, int status, JsonObject json, string eTag)
    {
        context.Response.Headers.ETag = eTag;
        return JsonAnswer.Of(json, status).ExecuteAsync(context);
    }

    private static async Task<JsonObject> ReadJsonAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw new DriveException(415, "unsupportedMediaType",
                $"A body of type '{request.ContentType}' is not accepted here.");
        return await JsonBody.ReadAsync(request.Body, request.HttpContext.RequestAborted).ConfigureAwait(false);
    }

    private static StoredItem FolderAt(DriveStore drive, ItemAddress address)
    {
        StoredItem item = address.Find(drive);
        return item.Children is not null
            ? item
            : throw new DriveException(400, "notAFolder", $"The item '{item.Name}' is a file.");
    }

    private static StoredItem? ParentIn(DriveStore drive, JsonObject body) =>
        ItemJson.Object(body, "parentReference") is { } reference && ItemJson.Text(reference, "id") is { } id
            ? drive.ById(id)
            : null;

    private static string NameOf(JsonObject body) =>
        ItemJson.Text(body, "name") ?? throw DriveException.InvalidRequest("The item has no 'name'.");

    private static IEnumerable<StoredItem> Sorted(IEnumerable<StoredItem> items, string orderBy)
    {
        IEnumerable<StoredItem> sorted = orderBy.Split(' ')[0] switch
        {
            "" or "name" => items,
            "size" => items.OrderBy(static item => item.Size),
            "lastModifiedDateTime" => items.OrderBy(static item => item.Modified),
            string other => throw DriveException.InvalidRequest($"Items can't be ordered by '{other}'."),
        };
        return orderBy.EndsWith(" desc", StringComparison.Ordinal) ? sorted.Reverse() : sorted;
    }

    private static void CheckIfMatch(HttpRequest request, StoredItem item)
    {
        if (request.Headers.IfMatch.Count > 0 && !NamesTag(request.Headers.IfMatch, item.ETag))
            throw new DriveException(412, "itemChanged", $"The item's eTag is {item.ETag} now.");
    }

    private static bool NamesTag(StringValues header, string eTag) =>
        EntityTagHeaderValue.TryParseList([.. header.OfType<string>()], out IList<EntityTagHeaderValue>? tags)
        && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == eTag);

    private static string[]? Names(string? list) =>
        string.IsNullOrEmpty(list) ? null : list.Split(',', StringSplitOptions.TrimEntries);

    private static int Number(IQueryCollection query, string name, int absent, int least, int most)
    {
        if (!query.TryGetValue(name, out var text))
            return absent;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most
            ? number
            : throw DriveException.InvalidRequest($"'{name}' is not between {least} and {most}.");
    }

    private static string Link(HttpRequest request, string option, long value)
    {
        IEnumerable<string> kept = request.Query
            .Where(query => query.Key != option)
            .Select(static query => $"{query.Key}={Uri.EscapeDataString(query.Value.ToString())}");
        string query = string.Join('&', kept.Append(string.Create(CultureInfo.InvariantCulture, $"{option}={value}")));
        return $"{request.Scheme}://{request.Host}{request.Path.ToUriComponent()}?{query}";
    }

    private static string ServiceUrl(HttpRequest request, string path) =>
        $"{request.Scheme}://{request.Host}{ServicePath}{path}";

    private static DriveException NotAllowed(string method) =>
        new(405, "methodNotAllowed", $"{method} is not documented for this URL.");

    /// <summary>Decodes an OData literal, in which quotes are doubled and slashes are percent-encoded.</summary>
    private static string Unquoted(string literal) =>
        literal.Replace("''", "'", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^" + ServicePathPattern + "/monitors/(?<id>[^/]+)$")]
    private static partial Regex MonitorPattern();

    [GeneratedRegex("^" + ServicePathPattern + "/(?:drive|drives/(?<drive>[^/]+))$")]
    private static partial Regex DrivePattern();

    [GeneratedRegex("^" + ServicePathPattern + "(?:" +
        "/drive/root:/(?<path>[^:]+)(?::/(?<tail>" +
        "children|content|copy|createUploadSession|createLink|permissions|versions))?" +
        "|/drive/items/(?<id>[^/:]+):/(?<path>[^:]+):/(?<tail>createUploadSession)" +
        "|/drive/root(?:/(?<tail>children|delta|search\\(q='.*'\\)))?" +
        "|/drives/(?<drive>[^/]+)/root/(?<tail>delta)" +
        "|(?:/drive|/drives/(?<drive>[^/]+))/items/(?<id>[^/:]+)(?:/(?<tail>" +
        "children|content|copy|createUploadSession|createLink|invite|permissions(?:/[^/]+)?|versions|" +
        "versions/[^/]+/restoreVersion|search\\(q='.*'\\)))?" +
        ")$")]
    private static partial Regex ItemPattern();

    [GeneratedRegex("^(?<name>[A-Za-z]*)(?:\\(q='(?<text>.*)'\\)|/(?<key>[^/]+).*)?$")]
    private static partial Regex TailPattern();

    private const string ServicePathPattern = @"/v1\.0";

    /// <summary>A documented address of an item: the root, a path from the root, or an id.</summary>
    private sealed class ItemAddress(Match match)
    {
        /// <summary>Whether the address is a path, whose file may not exist yet.</summary>
        public bool IsPath => match.Groups["path"].Success;

        public StoredItem Find(DriveStore drive)
        {
            StoredItem start = Start(drive);
            return match.Groups["path"] is { Success: true, Value: var path } ? DriveStore.ByPath(start, path) : start;
        }

        /// <summary>Returns the folder of the path's last segment, and that segment.</summary>
        public (StoredItem Folder, string Name) Split(DriveStore drive)
        {
            string path = match.Groups["path"].Value;
            int slash = path.LastIndexOf('/');
            StoredItem start = Start(drive);
            return (slash < 0 ? start : DriveStore.ByPath(start, path[..slash]), path[(slash + 1)..]);
        }

        private StoredItem Start(DriveStore drive)
        {
            if (match.Groups["drive"] is { Success: true, Value: not DriveStore.DriveId } other)
                throw DriveException.NotFound($"There is no drive with the id '{other.Value}'.", "driveUnknown");
            return match.Groups["id"] is { Success: true, Value: var id } ? drive.ById(id) : drive.Root;
        }
    }
}
