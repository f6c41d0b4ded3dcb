namespace DocGen.Generator.Model;

// The linked model: what a doc set says, with every name resolved and every identifier chosen. Emission only writes
// it down. Nothing here has a position in a page, so that a shifted line changes no output.

/// <summary>One set of docs becomes one client.</summary>
/// <param name="Api">The set's name (the <c>Api</c> metadata of its items), empty for the unnamed set.</param>
/// <param name="Namespace">The namespace of everything that is emitted for the set.</param>
/// <param name="ClientName">The client class's name, for example <c>DriveClient</c>.</param>
internal sealed record ApiSettings(string Api, string Namespace, string ClientName);

/// <summary>The client class: where every operation group hangs.</summary>
/// <param name="ServiceRoot">The service root that the docs name, with no trailing slash, or null where they name none.</param>
internal sealed record ApiClientModel(
    ApiSettings Settings, string? ServiceRoot, EquatableArray<ClientMember> Groups);

/// <summary>The names of every class and enum that is read and written as JSON, sorted.</summary>
internal sealed record ClientTypes(ApiSettings Settings, EquatableArray<string> Resources, EquatableArray<string> Enums);

/// <summary>A property of the client: <c>client.DriveItems</c> of type <c>DriveItemOperations</c>.</summary>
internal sealed record ClientMember(string Name, string ClassName, DocText? Summary);

/// <summary>What one emitted file shows: a resource, its enums and inline shapes, and the operations on it.</summary>
/// <param name="HintName">The file's name, unique in its set without regard to case, for example <c>DriveItem.g.cs</c>.</param>
internal sealed record ApiFile(
    string HintName,
    ApiSettings Settings,
    EquatableArray<StructuredType> Types,
    EquatableArray<EnumType> Enums,
    OperationGroup? Operations);

/// <summary>An entity or complex type (OData CSDL 4.01, sections 6 and 9) that is emitted as a class.</summary>
/// <param name="ODataName">The qualified name in the docs, for example <c>microsoft.graph.driveItem</c>; null for an
/// inline shape, which only a body's JSON defines.</param>
/// <param name="Name">The emitted class's name.</param>
/// <param name="Base">The emitted base class's name, or null for a root.</param>
/// <param name="IsPlaceholder">Pages name the type and none defines it.</param>
/// <param name="Derived">Every type below this one at any depth, for choosing the class by <c>@odata.type</c>.</param>
internal sealed record StructuredType(
    string? ODataName,
    string Name,
    string? Base,
    bool IsAbstract,
    bool IsOpen,
    bool IsPlaceholder,
    EquatableArray<Property> Properties,
    EquatableArray<DerivedType> Derived,
    DocText? Summary,
    EquatableArray<DocOrigin> Origins,
    string? Deprecation = null);

/// <summary>A type that an <c>@odata.type</c> annotation can name in place of one of its bases.</summary>
internal readonly record struct DerivedType(string ODataName, string Name);

/// <summary>A member of a structured type.</summary>
/// <param name="JsonName">The name on the wire.</param>
/// <param name="Name">The emitted property's name.</param>
/// <param name="Presence">What examples are held to; a member of a class can be absent and null all the same.</param>
internal sealed record Property(
    string JsonName, string Name, TypeRef Type, DocText? Summary, string? Deprecation = null, MemberPresence Presence = default);

/// <summary>What the author of a resource promises of a member of its JSON, by naming the ones that it does not hold for.</summary>
[Flags]
internal enum MemberPresence
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is in each that is shown in full: <c>optionalProperties</c> names others.</summary>
    Always = 1,

    /// <summary>It has a value: <c>nullableProperties</c> names others.</summary>
    NotNull = 2,
}

/// <summary>An open enum: a readonly struct over its string, with a constant for each documented member.</summary>
/// <param name="ODataName">The qualified name in the docs, or null for the listed values of one member.</param>
internal sealed record EnumType(
    string Name,
    bool IsFlags,
    EquatableArray<EnumMember> Members,
    DocText? Summary,
    EquatableArray<DocOrigin> Origins,
    string? ODataName = null);

/// <summary>A documented value of an enum: what goes over the wire and the emitted name.</summary>
internal sealed record EnumMember(string Value, string Name, DocText? Summary);

/// <summary>The operations on a resource: <c>client.{Name}</c>, class <c>{ClassName}</c>.</summary>
internal sealed record OperationGroup(
    string Name, string ClassName, DocText? Summary, EquatableArray<Operation> Operations);

/// <summary>One operation: a verb and the URLs it can be called by.</summary>
/// <param name="MethodName">Without the <c>Async</c> suffix.</param>
/// <param name="HttpMethod">In capitals, for example <c>POST</c>.</param>
/// <param name="ResponseClass">The emitted response class's name, or null where the runtime's own type is enough
/// (collections).</param>
/// <param name="Scopes">The permission scopes the page's annotation names, to ask a credential for.</param>
/// <param name="IsIdempotent">What the docs say, or null where they say nothing.</param>
/// <param name="Usages">Other requests, with their queries, that give the same: what the docs show beside the operation's own URLs.</param>
internal sealed record Operation(
    string MethodName,
    string HttpMethod,
    string RequestClass,
    string? ResponseClass,
    EquatableArray<UrlTemplate> Urls,
    EquatableArray<OptionParameter> Options,
    RequestBody? Body,
    ResponseShape Response,
    EquatableArray<string> Scopes,
    bool? IsIdempotent,
    OperationDocs Docs,
    EquatableArray<string> Usages = default);

/// <summary>What the page says about an operation.</summary>
/// <param name="Returns">The page's words on the response, or null.</param>
internal sealed record OperationDocs(
    DocText? Summary,
    DocText? Returns,
    EquatableArray<Permission> Permissions,
    EquatableArray<DocOrigin> Origins,
    string? Deprecation = null);

/// <summary>A row of a permissions table, for example <c>Application</c> and <c>Files.Read.All</c>.</summary>
internal sealed record Permission(string Kind, EquatableArray<string> Scopes);

/// <summary>A way to address an operation.</summary>
/// <param name="Template">The path in RFC 6570 syntax: <c>/drive/items/{item-id}</c>, and <c>{+item-path}</c> for a
/// value that keeps its slashes. A placeholder between single quotes is an OData string literal.</param>
/// <param name="FactoryName">The static factory's name, or null for the one URL that is a public constructor.</param>
internal sealed record UrlTemplate(string Template, string? FactoryName, EquatableArray<PathParameter> Parameters);

/// <summary>A placeholder of a URL template, in the order of the template.</summary>
internal sealed record PathParameter(string WireName, string Name, DocText? Summary);

internal enum OptionLocation
{
    Query,
    Header,

    /// <summary>An argument of the OData function at the end of the path: <c>search(q='x')</c>.</summary>
    Function,
}

/// <summary>A documented query option, request header or function argument.</summary>
/// <param name="WireName">As sent, for example <c>$top</c> or <c>If-Match</c>.</param>
internal sealed record OptionParameter(
    OptionLocation Location, string WireName, string Name, TypeRef Type, bool IsRequired, DocText? Summary);

/// <summary>
/// What a request sends. Only JSON: <c>application/json</c>. Only content: the stream. Both: multipart where
/// <paramref name="Multipart"/> says so, otherwise whichever was assigned.
/// </summary>
/// <param name="Reference">The body is no more than a reference to an entity.</param>
/// <param name="Parts">Parts of content in a body that is multipart and has no JSON. With <paramref name="Content"/>: it goes alone where none
/// of them was assigned, else as a part before them.</param>
internal sealed record RequestBody(
    JsonBody? Json, StreamBody? Content, MultipartShape? Multipart, BodyMember? Reference = null, EquatableArray<ContentPart> Parts = default);

/// <summary>A member of a request that becomes a part of its multipart body.</summary>
/// <param name="PartName">As sent, for example <c>imageBlock1</c>.</param>
/// <param name="MediaType">The media type that it is sent with.</param>
internal sealed record ContentPart(string PartName, string Name, string MediaType, bool IsRequired, DocText? Summary);

/// <summary>A JSON object: a typed resource, members of the request itself, or both in one object.</summary>
/// <param name="Resource">The resource member (<c>Body</c>, or a part's name), or null. Its type is a single resource
/// where there are members too; alone it may be any, such as a list or JSON.</param>
/// <param name="Members">Members of the request class that are written into the same object.</param>
/// <param name="IsPartialUpdate">PATCH: only what changed is written.</param>
internal sealed record JsonBody(BodyMember? Resource, EquatableArray<BodyMember> Members, bool IsPartialUpdate);

/// <summary>A member of a request that becomes a member of its JSON body.</summary>
/// <param name="Constant">A fixed value that is always sent and is not a property, such as <c>cid:content</c>.</param>
internal sealed record BodyMember(
    string JsonName, string Name, TypeRef Type, bool IsRequired, DocText? Summary, string? Constant = null);

/// <summary>Content that is sent as it is: the members <c>Content</c> and <c>ContentType</c>.</summary>
/// <param name="MediaType">The media type that is sent when none is assigned, for example <c>text/plain</c>.</param>
internal sealed record StreamBody(string Name, string ContentTypeName, string MediaType, bool IsRequired, DocText? Summary);

/// <summary>How JSON and content travel together (RFC 2387 for related).</summary>
/// <param name="Subtype"><c>related</c> or <c>form-data</c>.</param>
/// <param name="IsOptional">Multipart only when content was assigned, plain JSON otherwise.</param>
internal sealed record MultipartShape(string Subtype, string JsonPart, string ContentPart, bool IsOptional);

internal enum ResponseKind
{
    /// <summary>A status and headers, no body.</summary>
    Empty,

    /// <summary>One typed value.</summary>
    Value,

    /// <summary>A collection in pages: <c>AsyncPageable&lt;T&gt;</c>; the value's type is the element's.</summary>
    Collection,

    /// <summary>A collection with a delta link at its end; the value's type is the element's.</summary>
    Delta,

    /// <summary>Content that is streamed.</summary>
    Stream,

    /// <summary>202 with a <c>Location</c> to monitor; the value, if there is one, is the result's type.</summary>
    LongRunning,

    /// <summary>A session that takes large content in ranges; the value's type is the session's.</summary>
    UploadSession,
}

/// <summary>What an operation answers.</summary>
/// <param name="Value">The body's type, or null where no body is typed.</param>
/// <param name="IsWrapped">The docs show the value alone inside <c>{"value": …}</c>.</param>
/// <param name="Statuses">Every success status the page shows or tells of, ascending.</param>
/// <param name="ContentOf">The type that the docs name for streamed content.</param>
/// <param name="Uploaded">What an upload session answers its last range with, or null where the docs do not say.</param>
/// <param name="CollectionProperty">The member that has a collection's items, or null for <c>value</c>.</param>
/// <param name="ResultTemplate">Where the result of a job is to be had that ends with no more than its id, or null.</param>
internal sealed record ResponseShape(
    ResponseKind Kind,
    TypeRef? Value,
    bool IsWrapped,
    EquatableArray<int> Statuses,
    EquatableArray<ResponseHeader> Headers,
    TypeRef? ContentOf = null,
    TypeRef? Uploaded = null,
    string? ResultTemplate = null,
    string? CollectionProperty = null);

/// <summary>A documented response header that is a typed member of the response.</summary>
internal sealed record ResponseHeader(string WireName, string Name, DocText? Summary);
