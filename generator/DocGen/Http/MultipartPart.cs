namespace DocGen.Generator.Http;

/// <summary>A part of a multipart body (RFC 2046, section 5.1).</summary>
/// <param name="Name">From <c>Content-ID</c> or the <c>name</c> of <c>Content-Disposition</c>.</param>
/// <param name="BodyStart">Where the part's body starts in the text that holds it.</param>
internal sealed record MultipartPart(string Name, string? MediaType, string Body, int BodyStart);
