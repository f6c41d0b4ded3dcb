using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Samples.Drive;

/// <summary>Operations that write the content of files, and their versions.</summary>
internal sealed partial class DriveEndpoint
{
    private async Task PutContentAsync(HttpContext context, ItemAddress address)
    {
        StoredContent content = await ReadContentAsync(context.Request).ConfigureAwait(false);
        (bool isNew, JsonObject json, string eTag) = store.Locked(drive =>
        {
            if (address.IsPath && address.Split(drive) is var (folder, name)
                && folder.Children?.GetValueOrDefault(name) is null)
            {
                StoredItem created = drive.CreateFile(folder, name, NameConflict.Fail, content);
                return (true, ItemJson.Write(created, signedUrls), created.ETag);
            }

            StoredItem file = FileAt(drive, address);
            CheckIfMatch(context.Request, file);
            drive.Replace(file, content);
            return (false, ItemJson.Write(file, signedUrls), file.ETag);
        });
        await AnswerItemAsync(context, isNew ? 201 : 200, json, eTag).ConfigureAwait(false);
    }

    private async Task CreateUploadSessionAsync(HttpContext context, ItemAddress address)
    {
        JsonObject body = context.Request.ContentLength is null or 0
            ? []
            : await ReadJsonAsync(context.Request).ConfigureAwait(false);
        JsonObject metadata = ItemJson.Object(body, "item") ?? [];
        ItemChanges changes = ItemChanges.Read(metadata);
        NameConflict conflict = metadata.ContainsKey("@example.drive.conflictBehavior")
            ? ItemJson.Conflict(metadata)
            : NameConflict.Replace;
        long size = body["fileSize"] is JsonValue number && number.TryGetValue(out long bytes) ? bytes : 0;

        // The folder is found by its id, because it may be moved before the last range arrives.
        (string? folderId, string key) = store.Locked(drive =>
        {
            CheckRoom(drive, size);
            if (!address.IsPath)
                return ((string?)null, FileAt(drive, address).Id);
            (StoredItem folder, string name) = address.Split(drive);
            DriveStore.CheckName(folder, name, conflict);
            return (folder.Id, name);
        });
        JsonObject session = sessions.Create(content => store.Locked(drive =>
        {
            CheckRoom(drive, content.Bytes.Length);
            long before = drive.LastChange;
            StoredItem file;
            if (folderId is not null)
                file = drive.CreateFile(drive.ById(folderId), key, conflict, content);
            else
                drive.Replace(file = drive.ById(key), content);
            changes.ApplyTo(file);
            return (file.Versions.Count == 1 && file.Sequence > before, ItemJson.Write(file, signedUrls));
        }));
        await JsonAnswer.Of(session).ExecuteAsync(context).ConfigureAwait(false);
    }

    private Task RestoreVersionAsync(HttpContext context, ItemAddress address, string versionId)
    {
        store.Locked(drive =>
        {
            StoredItem file = FileAt(drive, address);
            StoredVersion version = file.Versions.Find(version => version.Id == versionId)
                ?? throw DriveException.NotFound($"The file has no version '{versionId}'.", "versionUnknown");
            drive.Replace(file, version.Content);
            return file;
        });
        return Results.NoContent().ExecuteAsync(context);
    }

    private static async Task<StoredContent> ReadContentAsync(HttpRequest request)
    {
        byte[] bytes = await MultipartUpload.ReadContentAsync(request.Body, request.HttpContext.RequestAborted)
            .ConfigureAwait(false);
        return new StoredContent(bytes, request.ContentType ?? "application/octet-stream");
    }

    private static void CheckRoom(DriveStore drive, long size)
    {
        if (size > DriveStore.Capacity - drive.Root.Size)
            throw new DriveException(507, "insufficientStorage", $"The drive has no room for {size} bytes.");
    }

    private static StoredItem FileAt(DriveStore drive, ItemAddress address)
    {
        StoredItem item = address.Find(drive);
        return item.Content is not null
            ? item
            : throw new DriveException(400, "notAFile", $"The item '{item.Name}' is a folder.");
    }
}
