using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Samples.Drive;

/// <summary>Operations on the drive itself and on permissions.</summary>
internal sealed partial class DriveEndpoint
{
    private Task GetDriveAsync(HttpContext context, ItemAddress address)
    {
        IReadOnlyCollection<string>? select = Names(context.Request.Query["$select"]);
        JsonObject json = store.Locked(drive =>
        {
            long used = address.Find(drive).Size;
            return new JsonObject
            {
                ["id"] = DriveStore.DriveId,
                ["name"] = "Ana's drive",
                ["driveType"] = "personal",
                ["owner"] = ItemJson.Actor(),
                ["quota"] = new JsonObject
                {
                    ["total"] = DriveStore.Capacity,
                    ["used"] = used,
                    ["remaining"] = Math.Max(0, DriveStore.Capacity - used),
                    ["state"] = used > DriveStore.Capacity
                        ? "exceeded"
                        : used > DriveStore.Capacity / 10 * 9 ? "nearing"
                        : "normal",
                },
            };
        });
        return JsonAnswer.Of(select is null ? json : ItemJson.Selected(json, select)).ExecuteAsync(context);
    }

    private async Task CreateLinkAsync(HttpContext context, ItemAddress address)
    {
        JsonObject body = await ReadJsonAsync(context.Request).ConfigureAwait(false);
        (StoredPermission permission,
            bool isNew) = store.Locked(drive => Permissions.CreateLink(drive, address.Find(drive), body));
        await JsonAnswer.Of(permission.ToJson(inheritedFrom: null), isNew ? 201 : 200).ExecuteAsync(context)
            .ConfigureAwait(false);
    }

    private async Task InviteAsync(HttpContext context, ItemAddress address)
    {
        JsonObject body = await ReadJsonAsync(context.Request).ConfigureAwait(false);
        IReadOnlyList<StoredPermission> granted = store.Locked(
            drive => Permissions.Invite(drive, address.Find(drive), body));
        await JsonAnswer.Of(Collection(granted.Select(static permission => permission.ToJson(inheritedFrom: null))))
            .ExecuteAsync(context).ConfigureAwait(false);
    }

    private Task GetPermissionAsync(HttpContext context, ItemAddress address, string id)
    {
        (StoredPermission permission,
            StoredItem? from) = store.Locked(drive => Permissions.Find(address.Find(drive), id));
        return JsonAnswer.Of(permission.ToJson(from)).ExecuteAsync(context);
    }

    private Task DeletePermissionAsync(HttpContext context, ItemAddress address, string id)
    {
        store.Locked(drive =>
        {
            Permissions.Delete(address.Find(drive), id);
            return id;
        });
        return Results.NoContent().ExecuteAsync(context);
    }
}
