namespace DocGen.Generator.Model;

/// <param name="IsShown">Whether the example request is multipart; otherwise only a table describes the parts.</param>
/// <param name="Parts">The parts of a body without a JSON part. The part that has the media type of the body may also
/// be the whole body.</param>
internal sealed record MultipartDefinition(
    string Subtype, string JsonPart, string ContentPart, string ContentType, bool IsShown, DocText? JsonSummary,
    DocText? ContentSummary,
    EquatableArray<PartDefinition> Parts = default);
