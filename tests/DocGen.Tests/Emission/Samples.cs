using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Tests.Emission;

/// <summary>Hand-written models like the results of linking.</summary>
internal static class Samples
{
    public static readonly ApiSettings Settings = new("", "Contoso.Drive", "DriveClient");

    public static DocText Text(string words) => DocText.FromPlain(words)!;

    public static EquatableArray<T> Of<T>(params T[] items)
        where T : IEquatable<T> => EquatableArray.Of(items);

    public static TypeRef Resource(string name) => new(TypeKind.Resource, name);

    public static TypeRef Enum(string name) => new(TypeKind.Enum, name);

    public static Property Property(string jsonName, string name, TypeRef type, string? summary = null) =>
        new(jsonName, name, type, DocText.FromPlain(summary));

    public static Property Property(string jsonName, string name, TypeKind kind, string? summary = null) =>
        Property(jsonName, name, new TypeRef(kind), summary);

    public static StructuredType Type(string name, params Property[] properties) =>
        new("contoso." + char.ToLowerInvariant(name[0]) + name[1..], name, null, false, false, false,
            EquatableArray.Of(properties), default, null, default);

    public static EnumType EnumType(string name, params EnumMember[] members) =>
        new(name, IsFlags: false, EquatableArray.Of(members), null, default);

    public static ApiFile File(params StructuredType[] types) =>
        new("Test.g.cs", Settings, EquatableArray.Of(types), default, null);

    public static ApiFile File(params Operation[] operations) => new(
        "Test.g.cs", Settings, default, default,
        new OperationGroup("Items", "ItemOperations", "ItemOperationsUrls", null, EquatableArray.Of(operations)));

    public static readonly OperationDocs NoDocs = new(null, null, default, default);

    public static readonly ResponseShape NoContent = new ResponseShape.Empty(Of(204));

    public static ResponseShape.Value Value(TypeRef type, params int[] statuses) =>
        new(type, IsWrapped: false, EquatableArray.Of(statuses));

    public static UrlTemplate Url(string template, params PathParameter[] parameters) =>
        new(UrlReader.Read(template).Path, null, EquatableArray.Of(parameters));

    public static UrlTemplate Factory(string name, string template, params PathParameter[] parameters) =>
        new(UrlReader.Read(template).Path, name, EquatableArray.Of(parameters));

    public static PathParameter Path(string wireName, string name, string? summary = null) =>
        new(wireName, name, DocText.FromPlain(summary));

    public static OptionParameter Query(string wireName, string name, TypeRef type, bool isRequired = false) =>
        new(OptionLocation.Query, wireName, name, type, isRequired, null);

    public static OptionParameter Header(string wireName, string name, TypeRef type, bool isRequired = false) =>
        new(OptionLocation.Header, wireName, name, type, isRequired, null);

    public static BodyMember Member(string jsonName, string name, TypeRef type, bool isRequired = false) =>
        new(jsonName, name, type, isRequired, null);

    public static RequestBody.Json JsonResource(TypeRef type, bool isRequired = true, bool isPartialUpdate = false) =>
        new(Member("", "Body", type, isRequired), default, isPartialUpdate);

    public static RequestBody.Json JsonMembers(params BodyMember[] members) =>
        new(null, EquatableArray.Of(members), IsPartialUpdate: false);

    public static RequestBody.Stream Content(bool isRequired = true, string mediaType = "application/octet-stream") =>
        new("Content", "ContentType", mediaType, isRequired, Text("The bytes of the file."));

    /// <summary>
    /// Returns an operation on items with one URL and the classes <c>Item{method}Request</c> and
    /// <c>Item{method}Response</c>.
    /// </summary>
    public static Operation Operation(
        string method, string httpMethod, UrlTemplate url, ResponseShape response, RequestBody? body = null) => new(
            method, httpMethod, "Item" + method + "Request",
            response is ResponseShape.Collection ? null : "Item" + method + "Response",
            Of(url), default, body, response, default, null, NoDocs);

    public static ApiClientModel Client(string? serviceRoot = "https://drive.contoso.example/v1.0") => new(
        Settings, serviceRoot, Of(new ClientMember("Items", "ItemOperations", Text("The operations on items."))));

    /// <summary>A small drive API with derived types, nested types, enums, and one operation of each kind.</summary>
    public static ApiFile Drive { get; } = new(
        "DriveItem.g.cs",
        Settings,
        Of(BaseItem, DriveItem, Folder, AsyncJob, Type("Anything") with { IsPlaceholder = true, IsOpen = true }),
        Of(ItemKind, ItemRights),
        new OperationGroup("Items", "ItemOperations", "ItemOperationsUrls", Text("The operations on items."), Of(
            GetItem, ListChildren, CreateChild, UpdateItem, UploadMultipart, CopyItem, DownloadItem, DeleteItem,
            SearchItems)));

    private static StructuredType BaseItem => Type(
        "BaseItem",
        Property("id", "Id", TypeKind.String, "The unique identifier. Read-only."),
        Property("name", "Name", TypeKind.String, "The name of the item."),
        Property("createdDateTime", "CreatedDateTime", TypeKind.DateTimeOffset)) with
    {
        IsAbstract = true,
        Derived = Of(new DerivedType("contoso.driveItem", "DriveItem")),
        Origins = Of(new DocOrigin("resources/baseitem.md", null)),
    };

    private static StructuredType DriveItem => Type(
        "DriveItem",
        Property("size", "Size", TypeKind.Int64, "Size in bytes. Read-only."),
        Property("kind", "Kind", Enum("ItemKind")),
        Property("rights", "Rights", Enum("ItemRights")),
        Property("folder", "Folder", Resource("Folder"), "Present where the item is a folder."),
        Property("children", "Children", Resource("DriveItem").ToCollection()),
        Property("tags", "Tags", TypeRef.String.ToCollection()),
        Property("content", "Content", TypeKind.Stream, "The bytes."),
        Property("@contoso.conflictBehavior", "ConflictBehavior", TypeKind.String) with
        {
            Deprecation = "Use the header."
        }) with
    {
        Base = "BaseItem",
        IsOpen = true,
        Summary = new DocText(Of(
            new DocInline(DocInlineKind.Text, "A file, a folder or "),
            new DocInline(DocInlineKind.Code, "item"),
            new DocInline(DocInlineKind.Text, " of another kind in a drive; see "),
            new DocInline(DocInlineKind.Link, "the guide", "https://drive.contoso.example/guide"),
            new DocInline(DocInlineKind.Text, "."))),
        Origins = Of(new DocOrigin("resources/driveitem.md", "driveItem resource")),
    };

    private static StructuredType Folder => Type("Folder", Property("childCount", "ChildCount", TypeKind.Int32));

    private static StructuredType AsyncJob =>
        Type("AsyncJob", Property("percentageComplete", "PercentageComplete", TypeKind.Double));

    private static EnumType ItemKind => EnumType(
        "ItemKind", new EnumMember("file", "File", Text("Bytes with a name.")),
        new EnumMember("folder", "Folder", null));

    private static EnumType ItemRights => EnumType(
        "ItemRights", new EnumMember("read", "Read", null), new EnumMember("write", "Write", null)) with
    {
        IsFlags = true
    };

    private static Operation GetItem =>
        Operation("Get", "GET", Factory("Items", "/items/{item-id}", Path("item-id", "itemId")),
            Value(Resource("DriveItem"), 200)) with
        {
            Urls = Of(
            Factory("Root", "/root:/{+item-path}", Path("item-path", "itemPath", summary: "Keeps its slashes.")),
            Factory("Items", "/items/{item-id}", Path("item-id", "itemId"))),
            Options = Of(
            Query("$select", "Select", TypeRef.String.ToCollection()),
            Header("If-None-Match", "IfNoneMatch", TypeRef.String)),
            Response = Value(Resource("DriveItem"), 200, 304) with
            {
                Headers = Of(new ResponseHeader("ETag", "ETag", null))
            },
            Scopes = Of("Files.Read"),
            Docs = new OperationDocs(
            Text("Get the metadata of an item."),
            Text("If successful, a 200 OK response code and a driveItem object."),
            Of(
                new Permission("Delegated (work or school account)", Of("Files.Read", "Files.ReadWrite")),
                new Permission("Application", default)),
            Of(new DocOrigin("api/item-get.md", "Get an item"))),
        };

    private static Operation ListChildren => Operation(
        "ListChildren", "GET", Url("/items/{item-id}/children", Path("item-id", "itemId")),
        new ResponseShape.Collection(Resource("DriveItem"), IsDelta: false, Of(200))) with
    {
        Options = Of(
            Query("$top", "Top", new TypeRef(TypeKind.Int32)),
            Query("kinds", "Kinds", Enum("ItemKind").ToCollection()),
            Query("changedSince", "ChangedSince", new TypeRef(TypeKind.Date), isRequired: true)),
    };

    private static Operation CreateChild => Operation(
        "CreateChild", "POST", Factory("Root", "/root/children"), Value(Resource("DriveItem"), 201),
        JsonMembers(
            Member("name", "Name", TypeRef.String, isRequired: true),
            Member("folder", "Folder", Resource("Folder")),
            Member("@contoso.sourceUrl", "SourceUrl", TypeRef.String) with { Constant = "cid:content" })) with
    {
        Urls = Of(
            Factory("Root", "/root/children"),
            Factory("Items", "/items/{item-id}/children", Path("item-id", "itemId"))),
        Options = Of(Header("Prefer", "Prefer", TypeRef.String)),
    };

    private static Operation UpdateItem => Operation(
        "Update", "PATCH", Url("/items/{item-id}", Path("item-id", "itemId")), Value(Resource("DriveItem"), 200),
        JsonResource(Resource("DriveItem"), isPartialUpdate: true));

    private static Operation UploadMultipart => Operation(
        "UploadMultipart", "POST", Url("/items/{item-id}/children", Path("item-id", "itemId")),
        Value(Resource("DriveItem"), 201),
        new RequestBody.Multipart(
            "related",
            "metadata", new RequestBody.Json(Member("", "Metadata", Resource("DriveItem"), isRequired: true), default,
                false),
            "content", Content(mediaType: "text/plain"),
            IsOptional: false));

    private static Operation CopyItem => Operation(
        "Copy", "POST", Url("/items/{item-id}/copy", Path("item-id", "itemId")),
        new ResponseShape.LongRunning(
            Resource("DriveItem"), false, null, Of(202),
            Of(new ResponseHeader("Location", "Location", null),
                new ResponseHeader("Retry-After", "RetryAfter", null))),
        JsonMembers(Member("name", "Name", TypeRef.String)));

    private static Operation DownloadItem => Operation(
        "Download", "GET", Url("/items/{item-id}/content", Path("item-id", "itemId")),
        new ResponseShape.Stream(null, Of(200)));

    private static Operation DeleteItem => Operation(
        "Delete", "DELETE", Url("/items/{item-id}", Path("item-id", "itemId")), NoContent) with
    {
        IsIdempotent = true,
        Docs = NoDocs with { Deprecation = "Use the recycle bin." },
    };

    private static Operation SearchItems => Operation(
        "Search", "GET", Url("/root/search"),
        new ResponseShape.Collection(Resource("BaseItem"), IsDelta: false, Of(200))) with
    {
        Options = Of(new OptionParameter(OptionLocation.Function, "q", "Q", TypeRef.String, false,
            Text("The words to find."))),
    };
}
