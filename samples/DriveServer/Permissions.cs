using System.Globalization;
using System.Text.Json.Nodes;

namespace Samples.Drive;

/// <summary>A permission of an item: see <c>apidocs/resources/permission.md</c>.</summary>
internal sealed record StoredPermission(string Id, IReadOnlyList<string> Roles)
{
    public (string Type, string Scope, Uri WebUrl)? Link { get; init; }

    public string? Email { get; init; }

    public string? Expires { get; init; }

    public JsonObject ToJson(StoredItem? inheritedFrom)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["roles"] = new JsonArray([.. Roles.Select(static role => JsonValue.Create(role))]),
        };
        if (Expires is not null)
            json["expirationDateTime"] = Expires;
        if (Link is { } link)
            json["link"] = new JsonObject
            {
                ["scope"] = link.Scope,
                ["type"] = link.Type,
                ["webUrl"] = link.WebUrl.AbsoluteUri
            };
        if (Email is not null)
            json["grantedTo"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = Email } };
        if (inheritedFrom is not null)
            json["inheritedFrom"] = ItemJson.Reference(inheritedFrom);
        return json;
    }
}

/// <summary>Manages sharing: links, invitations, and permissions inherited from folders.</summary>
internal static class Permissions
{
    private static readonly string[] LinkTypes = ["view", "edit"];
    private static readonly string[] LinkScopes = ["anonymous", "organization"];
    private static readonly string[] AllRoles = ["read", "write", "owner"];

    /// <summary>
    /// Returns the permissions of an item, then the permissions that it inherits, each with its folder.
    /// </summary>
    public static IEnumerable<(StoredPermission Permission, StoredItem? From)> Of(StoredItem item) =>
        item.Permissions.Select(static permission => (permission, (StoredItem?)null)).Concat(
            item.Parent is { } parent
                ? Of(parent).Select(above => (above.Permission, (StoredItem?)(above.From ?? parent)))
                : []);

    public static (StoredPermission Permission, StoredItem? From) Find(StoredItem item, string id) =>
        Of(item).FirstOrDefault(entry => entry.Permission.Id == id) is { Permission: not null } found
            ? found
            : throw DriveException.NotFound($"The item has no permission with the id '{id}'.", "idUnknown");

    public static (StoredPermission Permission, bool IsNew) CreateLink(DriveStore drive, StoredItem item,
        JsonObject body)
    {
        string type = OneOf(LinkTypes, ItemJson.Text(body, "type"), "type");
        string scope = OneOf(LinkScopes, ItemJson.Text(body, "scope") ?? "anonymous", "scope");
        string? expires = Expiry(body);
        if (item.Permissions.Find(p => p.Link is { } link && link.Type == type && link.Scope == scope) is { } existing)
            return (existing, false);

        string id = drive.NextId("share");
        var permission = new StoredPermission(id, [type == "edit" ? "write" : "read"])
        {
            Link = (type, scope, new Uri("https://drive.example.com/s/" + id)),
            Expires = expires,
        };
        item.Permissions.Add(permission);
        return (permission, true);
    }

    public static IReadOnlyList<StoredPermission> Invite(DriveStore drive, StoredItem item, JsonObject body)
    {
        string[] roles = [.. Strings(body, "roles").Select(static role => OneOf(AllRoles, role, "roles"))];
        JsonArray recipients = body["recipients"] as JsonArray ?? [];
        string[] emails =
        [
            .. recipients.Select(static recipient =>
                recipient is JsonObject person && ItemJson.Text(person, "email") is { Length: > 0 } email
                ? email
                : throw DriveException.InvalidRequest("A recipient has no 'email'.")),
        ];
        if (roles.Length == 0 || emails.Length == 0)
            throw DriveException.InvalidRequest("'recipients' and 'roles' can't be empty.");
        if (ItemJson.Text(body, "message")?.Length > 2000)
            throw DriveException.InvalidRequest("'message' is longer than 2,000 characters.");

        string? expires = Expiry(body);
        StoredPermission[] permissions =
            [.. emails.Select(email =>
                new StoredPermission(drive.NextId("share"), roles) { Email = email, Expires = expires })];
        item.Permissions.AddRange(permissions);
        return permissions;
    }

    public static void Delete(StoredItem item, string id)
    {
        (StoredPermission permission, StoredItem? from) = Find(item, id);
        if (from is not null)
            throw new DriveException(403, "accessDenied",
                $"The item inherits this permission from the folder '{from.Name}'.");
        item.Permissions.Remove(permission);
    }

    private static string OneOf(string[] values, string? value, string name) =>
        values.Contains(value, StringComparer.Ordinal)
            ? value!
            : throw DriveException.InvalidRequest($"'{name}' is not one of: {string.Join(", ", values)}.");

    private static IEnumerable<string?> Strings(JsonObject body, string name) =>
        (body[name] as JsonArray ?? [])
            .Select(static value => value is JsonValue text && text.TryGetValue(out string? word) ? word : null);

    private static string? Expiry(JsonObject body) =>
        ItemJson.Text(body, "expirationDateTime") is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text
        : throw DriveException.InvalidRequest("'expirationDateTime' is not a timestamp.");
}
