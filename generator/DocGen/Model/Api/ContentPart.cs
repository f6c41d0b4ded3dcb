namespace DocGen.Generator.Model;

/// <summary>A member of a request that becomes a part of its multipart body.</summary>
/// <param name="PartName">As sent, for example <c>imageBlock1</c>.</param>
/// <param name="MediaType">The media type that it is sent with.</param>
internal sealed record ContentPart(string PartName, string Name, string MediaType, bool IsRequired, DocText? Summary);
