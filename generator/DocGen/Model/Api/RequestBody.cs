namespace DocGen.Generator.Model;

/// <summary>
/// What a request sends. Only JSON: <c>application/json</c>. Only content: the stream. Both: multipart where
/// <paramref name="Multipart"/> says so, otherwise whichever was assigned.
/// </summary>
/// <param name="Reference">The body is no more than a reference to an entity.</param>
/// <param name="Parts">Parts of content in a body that is multipart and has no JSON. With <paramref name="Content"/>: it goes alone where none
/// of them was assigned, else as a part before them.</param>
internal sealed record RequestBody(
    JsonBody? Json, StreamBody? Content, MultipartShape? Multipart, BodyMember? Reference = null, EquatableArray<ContentPart> Parts = default);
