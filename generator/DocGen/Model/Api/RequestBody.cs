using DocGen.Generator.Json;

namespace DocGen.Generator.Model;

/// <summary>The body of a request. A closed union.</summary>
internal abstract record RequestBody
{
    private RequestBody()
    {
    }

    /// <summary>
    /// The JSON of the body, which may be the whole body, a part, or an alternative to content; null if the body has no
    /// JSON.
    /// </summary>
    public Json? JsonObject => this switch
    {
        Json json => json,
        JsonOrStream either => either.Object,
        Multipart multipart => multipart.Object,
        Reference or Stream or ContentParts or Form => null,
        _ => throw new UnknownCaseException(this),
    };

    /// <summary>A JSON object: a typed resource, members of the request itself, or both in one object.</summary>
    /// <param name="Resource">The resource member (<c>Body</c>, or the name of a part), or null. If the object has
    /// other members too, the type is a single resource. Otherwise the type can also be a list, JSON or any other
    /// type.</param>
    /// <param name="Members">Members of the request class that are written into the same object.</param>
    /// <param name="IsPartialUpdate">Whether only changes are written (PATCH).</param>
    /// <param name="NamesType">Whether <c>@odata.type</c> is written before the members of the resource.</param>
    public sealed record Json(BodyMember? Resource, EquatableArray<BodyMember> Members, bool IsPartialUpdate,
        bool NamesType = false) : RequestBody;

    /// <summary>JSON that only contains a reference to an entity.</summary>
    public sealed record Reference(BodyMember Member) : RequestBody;

    /// <summary>Content that is sent unchanged, from the members <c>Content</c> and <c>ContentType</c>.</summary>
    /// <param name="MediaType">The media type that is sent if none is assigned, for example <c>text/plain</c>.</param>
    public sealed record Stream(string Name, string ContentTypeName, string MediaType, bool IsRequired,
        DocText? Summary) : RequestBody;

    /// <summary>A body that is either JSON or content. The caller assigns one of them.</summary>
    public sealed record JsonOrStream(Json Object, Stream Content) : RequestBody;

    /// <summary>JSON and content in one multipart body (RFC 2387 for related).</summary>
    /// <param name="Subtype"><c>related</c> or <c>form-data</c>.</param>
    /// <param name="IsOptional">Whether the body is multipart only if content is assigned, and plain JSON
    /// otherwise.</param>
    public sealed record Multipart(
        string Subtype, string JsonPart, Json Object, string ContentPart, Stream Content,
        bool IsOptional) : RequestBody;

    /// <summary>A form. Its fields are text, or files in a multipart body.</summary>
    /// <param name="Fields">Members of the request class. A file has the kind <see cref="TypeKind.File"/>.</param>
    public sealed record Form(EquatableArray<BodyMember> Fields, bool IsMultipart) : RequestBody;

    /// <summary>A multipart body whose parts are all content.</summary>
    /// <param name="Subtype"><c>related</c> or <c>form-data</c>.</param>
    /// <param name="Main">The first part, or null. If no other part is assigned, this part is the whole body.</param>
    /// <param name="MainPart">The name of the main part on the wire.</param>
    public sealed record ContentParts(
        string Subtype, EquatableArray<ContentPart> Parts, Stream? Main = null, string MainPart = "") : RequestBody;
}
