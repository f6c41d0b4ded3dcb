namespace DocGen.Generator.Model;

/// <summary>How JSON and content travel together (RFC 2387 for related).</summary>
/// <param name="Subtype"><c>related</c> or <c>form-data</c>.</param>
/// <param name="IsOptional">Multipart only when content was assigned, plain JSON otherwise.</param>
internal sealed record MultipartShape(string Subtype, string JsonPart, string ContentPart, bool IsOptional);
