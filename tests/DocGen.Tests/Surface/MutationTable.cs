using static DocGen.Tests.Surface.Mutation;

namespace DocGen.Tests.Surface;

/// <summary>Lists an edit of the apidocs for each rule, and edits that give no finding.</summary>
internal static class MutationTable
{
    private const string Lamps =
        "# Lamps\n\n## List lamps\n\n`GET /lamps`\n\n```json\n{\n  \"items\": [\n    { \"id\": 2, \"watts\": 5 },\n" +
        "    { \"id\": 3, \"watts\": 5 }\n  ],\n  \"total\": 2\n}\n```\n";

    private const string Note =
        "# note resource type\n\nA note.\n\n## Properties\n\n| Property | Type | Description |\n|:--|:--|:--|\n" +
        "| text | String | What it says. |\n\n"
        + "## JSON representation\n\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"example.drive.note\" } " +
            "-->\n\n```json\n{\n  \"text\": \"String\"\n}\n```\n";

    private const string Lock =
        "# Lock an item\n\nLocks an item.\n\n## HTTP request\n\n```http\nPOST /drive/items/{item-id}/lock\n```\n\n" +
        "## Response\n\n"
        + "If successful, this method returns a `204 No Content` response code.\n";

    public static Mutation[] Findings { get; } =
    [
        new("OPERATION_REMOVED", "DELETE /drive/items", IsOld: true, [
            Without("api/permission-delete.md")]),
        new("OPERATION_VERB_CHANGED", "PUT /drive/items", IsOld: false, [
            Replace("api/driveitemversion-restoreversion.md", "POST /", "PUT /"),
            Replace("api/driveitemversion-restoreversion.md", "POST https", "PUT https")]),
        new("OPERATION_REBOUND", "\"operation\"", IsOld: false, [
            Replace("api/permission-delete.md", "Permissions.Take", "Permissions.Cut"),
            Replace("api/permission-get.md", "Permissions.Cut", "Permissions.Take")], [
            Replace("api/permission-delete.md",
                "\"type\": \"#page.annotation\",",
                "\"type\": \"#page.annotation\",\n  \"operation\": \"Permissions.Take\","),
            Replace("api/permission-get.md",
                "\"type\": \"#page.annotation\",",
                "\"type\": \"#page.annotation\",\n  \"operation\": \"Permissions.Cut\",")]),
        new("URL_REMOVED", "POST /drive/root:/{item-path}:/copy", IsOld: true, [
            Replace("api/driveitem-copy.md", "POST /drive/root:/{item-path}:/copy\n", "")]),
        new("URL_REPLACED", "/things/", IsOld: false, [
            Replace("api/driveitem-copy.md",
                "POST /drives/{drive-id}/items/{item-id}/copy",
                "POST /drives/{drive-id}/things/{item-id}/copy")]),
        new("PATH_PARAMETER_RENAMED", "{store-id}", IsOld: false, [
            Replace("api/driveitem-copy.md", "{drive-id}", "{store-id}")]),
        new("CONSTRUCTOR_CHANGED", "restoreVersion", IsOld: false, [
            Replace("api/driveitemversion-restoreversion.md",
                "POST /drive/items/{item-id}/versions/{version-id}/restoreVersion\n",
                "POST /drive/items/{item-id}/versions/{version-id}/restoreVersion\n"
                    + "POST /drives/{drive-id}/items/{item-id}/versions/{version-id}/restoreVersion\n")], [
            Replace("api/driveitemversion-restoreversion.md",
                "POST /drives/{drive-id}/items/{item-id}/versions/{version-id}/restoreVersion\n",
                "")]),
        new("SERVICE_ROOT_CHANGED", "v2.0", IsOld: false, [
            Replace("*", "https://drive.example.com/v1.0", "https://drive.example.com/v2.0")]),
        new("PERMISSION_RAISED", "| Delegated", IsOld: false, [
            Replace("api/driveitem-get.md",
                "| Delegated       | Drive.Read, Drive.ReadWrite ",
                "| Delegated       | Drive.ReadWrite ")]),
        new("OPTION_REMOVED", "`$expand`", IsOld: true, [
            WithoutRow("api/driveitem-get.md", "| `$expand` | String")]),
        new("REQUEST_MEMBER_REMOVED", "| expirationDateTime", IsOld: true, [
            WithoutRow("api/driveitem-createlink.md", "| expirationDateTime | DateTimeOffset")]),
        new("REQUIRED_MEMBER_ADDED", "| password", IsOld: false, [
            Replace("api/driveitem-createlink.md",
                "| expirationDateTime |",
                "| password | String | Required. What opens the link. |\n| expirationDateTime |")]),
        new("MEMBER_BECAME_REQUIRED", "| linkScope      | Required", IsOld: false, [
            Replace("api/driveitem-createlink.md", "| linkScope      | Optional. Whom",
                "| linkScope      | Required. Whom")]),
        new("REQUEST_MEMBER_TYPE_CHANGED", "| expirationDateTime | Int64", IsOld: false, [
            Replace("api/driveitem-createlink.md", "| expirationDateTime | DateTimeOffset |",
                "| expirationDateTime | Int64 |")]),
        new("REQUEST_BODY_REMOVED", "Don't", IsOld: false, [
            Between("api/driveitem-createlink.md", "In the request body,", "\n## Response",
                "Don't send a request body.\n"),
            Replace("api/driveitem-createlink.md",
                "Content-Type: application/json\n\n{\n  \"type\": \"view\",\n  \"scope\": \"anonymous\"\n}\n",
                ""),
            Replace("api/driveitem-createlink.md", "Content-Type: application/json\n\n{\n  \"type\": \"view\"\n}\n",
                "")]),
        new("RESPONSE_TYPE_CHANGED", "sharingLink", IsOld: false, [
            Replace("api/permission-get.md",
                "\"@odata.type\": \"example.drive.permission\"",
                "\"@odata.type\": \"example.drive.sharingLink\""),
            Replace("api/permission-get.md",
                "a [permission](../resources/permission.md) in",
                "a [sharingLink](../resources/sharinglink.md) in")]),
        new("RESPONSE_KIND_CHANGED", "ollection", IsOld: false, [
            Replace("api/permission-get.md",
                "\"@odata.type\": \"example.drive.permission\"",
                "\"@odata.type\": \"Collection(example.drive.permission)\""),
            Replace("api/permission-get.md",
                "a [permission](../resources/permission.md) in",
                "a collection of [permission](../resources/permission.md) objects in"),
            Between("api/permission-get.md", "{\n  \"id\": \"A7-share", "\n```",
                "{\n  \"value\": [{\"id\": \"A7-share-00000003\"}]\n}")]),
        new("RESPONSE_WRAPPER_CHANGED", "\"value\"", IsOld: false, [
            Between("api/permission-get.md", "{\n  \"id\": \"A7-share", "\n```",
                "{\n  \"value\": {\"id\": \"A7-share-00000003\"}\n}")]),
        new("STATUS_REMOVED", "200 OK", IsOld: true, [
            Replace("api/driveitem-createlink.md", "HTTP/1.1 200 OK", "HTTP/1.1 201 Created"),
            Replace("api/driveitem-createlink.md", ", or `200 OK` and the [permission][] that exists", "")]),
        new("STATUS_ADDED", "202 Accepted", IsOld: false, [
            Replace("api/driveitem-createlink.md", ", or `200 OK`", ", `202 Accepted` with no body, or `200 OK`")]),
        new("RESPONSE_HEADER_REMOVED", "ETag:", IsOld: true, [
            Replace("api/driveitem-get.md", "ETag: \"A7-0000002C,3\"\n", "")]),
        new("TYPE_REMOVED", "example.drive.note", IsOld: false, [
            Without("resources/note.md")], [
            With("resources/note.md", Note)]),
        new("TYPE_RECASED", "example.drive.Quota", IsOld: false, [
            Replace("resources/quota.md", "example.drive.quota", "example.drive.Quota")]),
        new("TYPE_BECAME_PLACEHOLDER", "example.drive.identity", IsOld: true, [
            Without("resources/identity.md")]),
        new("TYPE_BECAME_CLOSED", "openType", IsOld: true, [
            Replace("resources/driveitem.md", "  \"openType\": true,\n", "")]),
        new("TYPE_BECAME_ABSTRACT", "\"abstract\"", IsOld: false, [
            Replace("resources/identity.md",
                "\"@odata.type\": \"example.drive.identity\"",
                "\"@odata.type\": \"example.drive.identity\", \"abstract\": true")]),
        new("BASE_CHANGED", "dentity", IsOld: false, [
            Replace("resources/driveitem.md",
                "  \"baseType\": \"example.drive.baseItem\",\n",
                "  \"baseType\": \"example.drive.identity\",\n"),
            Replace("resources/driveitem.md",
                "Inherits from [baseItem](baseitem.md).\n",
                "Inherits from [identity](identity.md).\n")]),
        new("PROPERTY_REMOVED", "| size", IsOld: true, [
            WithoutRow("resources/driveitem.md", "| size                 | Int64"),
            Replace("resources/driveitem.md", "  \"size\": 1024,\n", "")]),
        new("PROPERTY_RECASED", "| Size", IsOld: false, [
            Replace("resources/driveitem.md", "| size  ", "| Size  "),
            Replace("resources/driveitem.md", "\"size\": 1024", "\"Size\": 1024")]),
        new("PROPERTY_TYPE_CHANGED", "Guid ", IsOld: false, [
            Replace("resources/driveitem.md", "| size                 | Int64  ", "| size                 | Guid  "),
            Replace("resources/driveitem.md", "\"size\": 1024", "\"size\": \"Guid\"")]),
        new("PROPERTY_COLLECTION_CHANGED", "| tags", IsOld: false, [
            Replace("resources/driveitem.md",
                "| tags                 | String collection ",
                "| tags                 | String "),
            Replace("resources/driveitem.md", "\"tags\": [\"String\"]", "\"tags\": \"String\"")]),
        new("PROPERTY_TYPE_WIDENED", "| Int64", IsOld: false, [
            Replace("resources/folder.md", "| Int32", "| Int64")]),
        new("ENUM_TYPE_CHANGED", "state", IsOld: false, [
            Replace("resources/quota.md", " Possible values are: `normal`, `nearing`, `exceeded`.", ""),
            Replace("resources/quota.md", "\"normal | nearing | exceeded\"", "\"String\"")]),
        new("ENUM_MEMBER_REMOVED", "| owner", IsOld: true, [
            WithoutRow("resources/permission.md", "| owner  | Everything, permissions too."),
            Replace("resources/permission.md", "read | write | owner", "read | write")]),
        new("ENUM_MEMBER_RECASED", "| Owner", IsOld: false, [
            Replace("resources/permission.md", "| owner  |", "| Owner  |"),
            Replace("resources/permission.md", "| write | owner", "| write | Owner")]),
        new("ENUM_FLAGS_CHANGED", "(flags)", IsOld: false, [
            Replace("resources/permission.md", "### permissionRole values", "### permissionRole values (flags)")]),
        new("NAME_CHANGED", "operation", IsOld: false, [
            Replace("api/driveitem-move.md",
                "\"type\": \"#page.annotation\",",
                "\"type\": \"#page.annotation\",\n  \"operation\": \"DriveItems.Shift\",")]),
        new("PERMISSION_LOWERED", "Drive.Write,", IsOld: false, [
            Replace("api/driveitem-copy.md",
                "| Delegated       | Drive.ReadWrite  ",
                "| Delegated       | Drive.Write, Drive.ReadWrite  ")]),
        new("REQUEST_BODY_TYPE_CHANGED", "drive", IsOld: false, [
            Replace("api/driveitem-update.md",
                "\"@odata.type\": \"example.drive.driveItem\", \"scopes\"",
                "\"@odata.type\": \"example.drive.drive\", \"scopes\""),
            Replace("api/driveitem-update.md",
                "supply the properties of the [driveItem](../resources/driveitem.md) that",
                "supply the properties of the [drive](../resources/drive.md) that")]),
        new("REQUEST_SHAPE_CHANGED", "driveItem", IsOld: false, [
            Replace("api/driveitem-copy.md",
                "\"name\": \"copy-item\", \"scopes\": \"Drive.ReadWrite\", \"target\": \"action\"",
                "\"name\": \"copy-item\", \"@odata.type\": \"example.drive.driveItem\", \"scopes\": " +
                "\"Drive.ReadWrite\""),
            Replace("api/driveitem-copy.md",
                "supply a JSON object with these parameters.",
                "supply a JSON representation of the [driveItem](../resources/driveitem.md) object."),
            Replace("api/driveitem-copy.md", "| Parameter       |", "| Property        |")]),
        new("REQUEST_MEDIA_TYPE_CHANGED", "form-data", IsOld: false, [
            Replace("api/driveitem-upload-multipart.md", "Content-Type: multipart/related;",
                "Content-Type: multipart/form-data;")]),
        new("PART_RENAMED", "data", IsOld: false, [
            Replace("api/driveitem-upload-multipart.md", "Content-ID: <content>", "Content-ID: <data>"),
            Replace("api/driveitem-upload-multipart.md", "| **content**  |", "| **data**     |"),
            Replace("api/driveitem-upload-multipart.md", "cid:content", "cid:data")]),
        new("COLLECTION_PROPERTY_CHANGED", "\"lamps\"", IsOld: false, [
            Replace("lamps.md", "\"items\"", "\"lamps\"")], [
            With("lamps.md", Lamps)]),
        new("PAGING_CHANGED", "\"next\"", IsOld: false, [
            Replace("lamps.md", "\"total\": 2", "\"next\": \"https://drive.example.com/v1.0/lamps?page=2\"")], [
            With("lamps.md", Lamps)]),
        new("OPERATION_ADDED", "POST /drive/items/{item-id}/lock", IsOld: false, [
            With("api/driveitem-lock.md", Lock)]),
        new("URL_ADDED", "/shares/", IsOld: false, [
            Replace("api/driveitem-copy.md",
                "POST /drive/items/{item-id}/copy",
                "POST /drive/items/{item-id}/copy\nPOST /shares/{share-id}/copy")]),
        new("OPTION_ADDED", "`$top`", IsOld: false, [
            Replace("api/driveitem-get.md", "| `$expand` |", "| `$top` | Int32 | How many. |\n| `$expand` |")]),
        new("REQUEST_MEMBER_ADDED", "| password", IsOld: false, [
            Replace("api/driveitem-createlink.md",
                "| expirationDateTime |",
                "| password | String | Optional. What opens the link. |\n| expirationDateTime |")]),
        new("REQUEST_BODY_ADDED", "In the request body", IsOld: false, [
            Replace("api/driveitemversion-restoreversion.md",
                "Don't send a request body.",
                "In the request body, supply a JSON object with these parameters.\n\n"
                    + "| Parameter | Type   | Description          |\n|:----------|:-------|:---------------------|\n"
                    + "| reason    | String | Optional. Why it is. |")]),
        new("MEMBER_BECAME_OPTIONAL", "| linkType       | Optional", IsOld: false, [
            Replace("api/driveitem-createlink.md", "| linkType       | Required. What",
                "| linkType       | Optional. What")]),
        new("RESPONSE_HEADER_ADDED", "ETag", IsOld: false, [
            Replace("api/permission-get.md", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\nETag: \"A7-1\"")]),
        new("TYPE_ADDED", "example.drive.note", IsOld: false, [
            With("resources/note.md", Note)]),
        new("PROPERTY_ADDED", "| color", IsOld: false, [
            Replace("resources/driveitem.md", "| tags  ", "| color | String | Its color. |\n| tags  "),
            Replace("resources/driveitem.md", "  \"size\": 1024,", "  \"color\": \"String\",\n  \"size\": 1024,")]),
        new("ENUM_MEMBER_ADDED", "| skip", IsOld: false, [
            Replace("resources/conflictbehavior.md", "| rename ", "| skip | Nothing happens. |\n| rename ")]),
        new("DEPRECATED", "| size", IsOld: false, [
            Replace("resources/driveitem.md",
                "| size                 | Int64                             | The size",
                "| size                 | Int64                             | Deprecated. The size")]),
        new("UNDEPRECATED", "| size", IsOld: true, [
            Replace("resources/driveitem.md", "Deprecated. The size", "The size")], [
            Replace("resources/driveitem.md",
                "| size                 | Int64                             | The size",
                "| size                 | Int64                             | Deprecated. The size")]),
    ];

    /// <summary>Edits of wording, order, format and file location, which do not affect callers.</summary>
    public static Mutation[] Nothing { get; } =
    [
        Silent("words under the title",
            Replace("resources/driveitem.md", "A file or a folder in a drive. A file",
                "Whatever is kept in a drive. A file")),
        Silent("words of a row", Replace("resources/driveitem.md", "The size of the file in bytes;",
            "How many bytes the file has;")),
        Silent("words of an option",
            Replace("api/driveitem-get.md", "The properties to return, separated by commas.", "What to return.")),
        Silent("words of a parameter",
            Replace("api/driveitem-createlink.md", "Optional. When the link stops to work.",
                "Optional. The end of the link.")),
        Silent("words of a value",
            Replace("resources/conflictbehavior.md", "The new item gets the next free name", "A free name is found")),
        Silent("words on errors",
            Replace("api/driveitem-copy.md", "A name that is taken is answered",
                "Where a name is taken, the answer is")),
        Silent("words of a note",
            Replace("api/driveitem-get.md", "## Permissions", "> A note on this method.\n\n## Permissions")),
        Silent("a title in front matter",
            Replace("api/driveitem-copy.md", "title: \"Copy an item\"", "title: \"Copy\"")),
        Silent("a description in front matter",
            Replace("api/driveitem-copy.md", "description: \"Copy a file,", "description: \"Copies a file,")),
        Silent("keywords", Replace("api/driveitem-copy.md", "copy,item,background", "copy,background")),
        Silent("a path in the table of contents", Replace("api/driveitem-copy.md", "Items/Copy", "Files/Copy")),
        Silent("bold words", Replace("api/driveitem-copy.md", "The copy is made after", "The copy is **made** after")),
        Silent("a link more", Replace("api/driveitem-copy.md", "It has no body.",
            "It has no body. See [Throttling](../concepts/throttling.md).")),
        Silent("a comment", Replace("api/driveitem-copy.md", "## Response\n",
            "<!-- checked in May -->\n\n## Response\n")),
        Silent("the order of rows", Between("api/driveitem-list-children.md", "| `$select` ", "\n\n## Request body",
            "| `$top`     | Int32  | How many. |\n| `$orderby` | String | In which order. |\n" +
            "| `$select`  | String | What. |")),
        Silent("the order of URLs", Replace("api/driveitem-list-versions.md",
            "GET /drive/items/{item-id}/versions\nGET /drives/{drive-id}/items/{item-id}/versions",
            "GET /drives/{drive-id}/items/{item-id}/versions\nGET /drive/items/{item-id}/versions")),
        Silent("the order of values",
            Replace("resources/permission.md", "read | write | owner", "owner | write | read")),
        Silent("the order of members in JSON",
            Replace("resources/driveitem.md", "  \"description\": \"String\",\n  \"eTag\": \"String (etag)\",",
                "  \"eTag\": \"String (etag)\",\n  \"description\": \"String\",")),
        Silent("the order of an annotation", Replace("resources/driveitem.md",
            "  \"@odata.type\": \"example.drive.driveItem\",\n  \"baseType\": \"example.drive.baseItem\",",
            "  \"baseType\": \"example.drive.baseItem\",\n  \"@odata.type\": \"example.drive.driveItem\",")),
        Silent("the order of properties of an annotation",
            Replace("api/driveitem-copy.md", "\"scopes\": \"Drive.ReadWrite\", \"target\": \"action\"",
                "\"target\": \"action\", \"scopes\": \"Drive.ReadWrite\"")),
        Silent("the order of sections", Between("api/driveitem-delete.md", "## Request body", "\n## Example",
            "## Response\n\nIf successful, this method returns a `204 No Content` response code and no body.\n\n" +
            "## Request body\n\nDon't send a request body.\n")),
        Silent("the order of permissions' rows",
            Between("api/driveitem-copy.md", "| Delegated  ", "\n\n## HTTP",
                "| Application     | Drive.ReadWrite |\n| Delegated       | Drive.ReadWrite |")),
        Silent("the widths of columns", Between("api/driveitem-copy.md", "| Parameter  ", "\n\n## Response",
            "| Parameter | Type | Description |\n|--|--|--|\n" +
            "| parentReference | [itemReference](../resources/itemreference.md) | Optional. Where to. |\n" +
            "| name | String | Optional. The name. |")),
        Silent("line ends", Replace(Everywhere, "\n", "\r\n")),
        Silent("spaces at line ends", Replace("api/driveitem-copy.md", "## Request body\n", "## Request body  \n")),
        Silent("empty lines", Replace(Everywhere, "\n\n## ", "\n\n\n\n## ")),
        Silent("a byte order mark", Replace("api/driveitem-copy.md", "---\ntitle:", "\uFEFF---\ntitle:")),
        Silent("no line end at the end", Replace("api/driveitem-copy.md", "} -->\n", "} -->")),
        Silent("an annotation in one line",
            Between("api/driveitem-copy.md", "<!-- {\n", "} -->",
                "<!-- { \"type\": \"#page.annotation\", \"section\": \"documentation\" ")),
        Silent("spaces in JSON", Replace("resources/quota.md", "  \"remaining\": 1024,\n",
            "      \"remaining\":   1024,\n")),
        Silent("values of an example", Replace("api/driveitem-get.md", "\"size\": 1843", "\"size\": 2048")),
        Silent("names of an example", Replace("api/driveitem-copy.md", "minutes (copy).txt", "copy.txt")),
        Silent("an id of an example", Replace("api/driveitem-get.md", "A7-0000002C", "A7-0000003D")),
        Silent("the words of a status", Replace("api/permission-get.md", "HTTP/1.1 200 OK", "HTTP/1.1 200")),
        Silent("a header of transport",
            Replace("api/driveitem-get.md", "| If-None-Match |",
                "| Authorization | String | Bearer and a token. Required. |\n| If-None-Match |")),
        Silent("an error's status",
            Replace("api/driveitem-copy.md", "## Error responses\n",
                "## Error responses\n\n`404 Not Found`: there is no such item.\n")),
        Silent("code for a shell",
            Replace("api/driveitem-createlink.md", "curl https://drive", "curl -s https://drive")),
        Silent("a page on a concept", With("concepts/quotas.md", "# Quotas\n\nA drive has room for so much.\n")),
        Silent("another page on a concept", Replace("concepts/throttling.md", "# ", "# About ")),
        Silent("a page elsewhere", Move("resources/quota.md", "resources/space/quota.md"),
            Replace("resources/drive.md", "(quota.md)", "(space/quota.md)")),
        Silent("a heading", Replace("api/driveitem-copy.md", "## Error responses", "## Errors")),
        Silent("a table of methods",
            Replace("resources/driveitem.md", "Read the metadata of an item.", "Read an item.")),
    ];
}
