namespace DocGen.Generator.Model;

/// <summary>Content that is sent as it is: the members <c>Content</c> and <c>ContentType</c>.</summary>
/// <param name="MediaType">The media type that is sent when none is assigned, for example <c>text/plain</c>.</param>
internal sealed record StreamBody(string Name, string ContentTypeName, string MediaType, bool IsRequired, DocText? Summary);
