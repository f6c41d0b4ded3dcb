using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Samples.Drive;

/// <summary>Operations that return pages: listings, searches and changes. They are throttled.</summary>
internal sealed partial class DriveEndpoint
{
    private Task SearchAsync(HttpContext context, ItemAddress address, string text) => AnswerPageAsync(context, drive =>
        FolderAt(drive, address).WithDescendants().Skip(1)
            .Where(item => item.Mentions(text))
            .OrderBy(static item => item.Path, StringComparer.OrdinalIgnoreCase));

    private Task DeltaAsync(HttpContext context, ItemAddress address)
    {
        ThrottleIfDue(context);
        int top = Number(context.Request.Query, "$top", MaxPageSize, 1, MaxPageSize);
        string token = context.Request.Query["token"].ToString();
        JsonObject page = store.Locked(drive =>
        {
            address.Find(drive);
            (long Sequence, string Id, StoredItem? Item)[] changes = [.. drive.ChangesSince(Since(drive, token))];
            var page = new JsonObject
            {
                ["value"] = new JsonArray([.. changes.Take(top).Select(change => Change(change.Id, change.Item))])
            };
            // An item that changes between two pages is listed again at its new position.
            if (top < changes.Length)
                page["@odata.nextLink"] = Link(context.Request, "token", changes[top - 1].Sequence);
            else
                page["@odata.deltaLink"] = Link(context.Request, "token", drive.LastChange);
            return page;
        });
        return JsonAnswer.Of(page).ExecuteAsync(context);
    }

    private Task ListPermissionsAsync(HttpContext context, ItemAddress address) => AnswerAllAsync(context, drive =>
        Permissions.Of(address.Find(drive)).Select(static entry => entry.Permission.ToJson(entry.From)));

    private Task ListVersionsAsync(HttpContext context, ItemAddress address) => AnswerAllAsync(context, drive =>
        Enumerable.Reverse(FileAt(drive, address).Versions).Select(static version => new JsonObject
        {
            ["id"] = version.Id,
            ["lastModifiedBy"] = ItemJson.Actor(),
            ["lastModifiedDateTime"] = ItemJson.Timestamp(version.Written),
            ["size"] = version.Content.Bytes.Length,
        }));

    private Task AnswerPageAsync(HttpContext context, Func<DriveStore, IEnumerable<StoredItem>> find)
    {
        ThrottleIfDue(context);
        IQueryCollection query = context.Request.Query;
        int top = Number(query, "$top", MaxPageSize, 1, MaxPageSize);
        int skip = Number(query, "$skiptoken", 0, 0, int.MaxValue);
        IReadOnlyCollection<string>? select = Names(query["$select"]);

        JsonObject page = store.Locked(drive =>
        {
            StoredItem[] items = [.. find(drive)];
            var page = new JsonObject
            {
                ["value"] = new JsonArray(
                    [.. items.Skip(skip).Take(top).Select(item => ItemJson.Write(item, signedUrls, select))]),
            };
            if (skip + top < items.Length)
                page["@odata.nextLink"] = Link(context.Request, "$skiptoken", skip + top);
            return page;
        });
        return JsonAnswer.Of(page).ExecuteAsync(context);
    }

    private Task AnswerAllAsync(HttpContext context, Func<DriveStore, IEnumerable<JsonObject>> find)
    {
        ThrottleIfDue(context);
        return JsonAnswer.Of(store.Locked(drive => Collection(find(drive)))).ExecuteAsync(context);
    }

    private static JsonObject Collection(IEnumerable<JsonObject> items) =>
        new() { ["value"] = new JsonArray([.. items]) };

    private JsonObject Change(string id, StoredItem? item) => item is not null
        ? ItemJson.Write(item, signedUrls)
        : new JsonObject { ["id"] = id, ["deleted"] = new JsonObject { ["state"] = "deleted" } };

    private static long Since(DriveStore drive, string token) => token switch
    {
        "" => 0,
        "latest" => drive.LastChange,
        _ when long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out long change)
            && change <= drive.LastChange => change,
        _ => throw DriveException.InvalidRequest($"The drive did not issue the token '{token}'."),
    };

    private void ThrottleIfDue(HttpContext context)
    {
        if (faults.Refusal() is not { } refusal)
            return;
        context.Response.Headers.RetryAfter = refusal.RetryAfter.ToString(CultureInfo.InvariantCulture);
        throw refusal.Status == 429
            ? new DriveException(429, "tooManyRequests", "Wait, and send the request again.")
            : new DriveException(503, "serviceUnavailable", "The service is busy. Wait, and send the request again.");
    }
}
