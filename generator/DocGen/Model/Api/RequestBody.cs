using DocGen.Generator.Json;

namespace DocGen.Generator.Model;

/// <summary>What a request sends: a closed union.</summary>
internal abstract record RequestBody
{
    private RequestBody()
    {
    }

    /// <summary>The JSON that is sent, alone, as a part, or in place of content; null where none is.</summary>
    public Json? JsonObject => this switch
    {
        Json json => json,
        JsonOrStream either => either.Object,
        Multipart multipart => multipart.Object,
        Reference or Stream or ContentParts or Form => null,
        _ => throw new UnknownCaseException(this),
    };

    /// <summary>A JSON object: a typed resource, members of the request itself, or both in one object.</summary>
    /// <param name="Resource">The resource member (<c>Body</c>, or a part's name), or null. Its type is a single
    /// resource where there are members too; alone it may be any, such as a list or JSON.</param>
    /// <param name="Members">Members of the request class that are written into the same object.</param>
    /// <param name="IsPartialUpdate">PATCH: only what changed is written.</param>
    /// <param name="NamesType">The resource's type goes before its members, as <c>@odata.type</c>.</param>
    public sealed record Json(BodyMember? Resource, EquatableArray<BodyMember> Members, bool IsPartialUpdate,
        bool NamesType = false) : RequestBody;

    /// <summary>JSON that is no more than a reference to an entity.</summary>
    public sealed record Reference(BodyMember Member) : RequestBody;

    /// <summary>Content that is sent as it is: the members <c>Content</c> and <c>ContentType</c>.</summary>
    /// <param name="MediaType">The media type that is sent when none is assigned, for example
    /// <c>text/plain</c>.</param>
    public sealed record Stream(string Name, string ContentTypeName, string MediaType, bool IsRequired,
        DocText? Summary) : RequestBody;

    /// <summary>JSON or content, whichever was assigned.</summary>
    public sealed record JsonOrStream(Json Object, Stream Content) : RequestBody;

    /// <summary>JSON and content in one multipart body (RFC 2387 for related).</summary>
    /// <param name="Subtype"><c>related</c> or <c>form-data</c>.</param>
    /// <param name="IsOptional">Multipart only when content was assigned, plain JSON otherwise.</param>
    public sealed record Multipart(
        string Subtype, string JsonPart, Json Object, string ContentPart, Stream Content,
        bool IsOptional) : RequestBody;

    /// <summary>A form: fields that are text, and in a multipart body files.</summary>
    /// <param name="Fields">Members of the request class. A file is of the kind <see cref="TypeKind.File"/>.</param>
    public sealed record Form(EquatableArray<BodyMember> Fields, bool IsMultipart) : RequestBody;

    /// <summary>A multipart body of parts that are all content.</summary>
    /// <param name="Subtype"><c>related</c> or <c>form-data</c>.</param>
    /// <param name="Main">The part before the others, which goes alone where none of them was assigned, or
    /// null.</param>
    /// <param name="MainPart">The name of the main part as sent.</param>
    public sealed record ContentParts(
        string Subtype, EquatableArray<ContentPart> Parts, Stream? Main = null, string MainPart = "") : RequestBody;
}
