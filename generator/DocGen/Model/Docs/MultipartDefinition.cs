namespace DocGen.Generator.Model;

/// <param name="IsShown">The example request is multipart; otherwise only a table tells of the parts.</param>
/// <param name="Parts">The parts of a body that has none of JSON; a part of the body's own media type is what may also
/// be sent alone.</param>
internal sealed record MultipartDefinition(
    string Subtype, string JsonPart, string ContentPart, string ContentType, bool IsShown, DocText? JsonSummary,
    DocText? ContentSummary,
    EquatableArray<PartDefinition> Parts = default);
