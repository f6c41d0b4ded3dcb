namespace DocGen.Generator.Model;

/// <summary>A member of a request that becomes a part of its multipart body.</summary>
/// <param name="PartName">The name on the wire, for example <c>imageBlock1</c>.</param>
/// <param name="MediaType">The media type of the part.</param>
internal sealed record ContentPart(string PartName, string Name, string MediaType, bool IsRequired, DocText? Summary);
