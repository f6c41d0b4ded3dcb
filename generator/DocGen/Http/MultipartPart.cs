namespace DocGen.Generator.Http;

/// <summary>A part of a multipart body (RFC 2046, section 5.1).</summary>
/// <param name="Name">The name, from <c>Content-ID</c> or the <c>name</c> of <c>Content-Disposition</c>.</param>
/// <param name="BodyStart">The offset of the part's body in the containing text.</param>
internal sealed record MultipartPart(string Name, string? MediaType, string Body, int BodyStart);
