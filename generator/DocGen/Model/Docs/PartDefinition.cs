namespace DocGen.Generator.Model;

/// <summary>A part of content in a multipart body.</summary>
internal sealed record PartDefinition(string Name, string ContentType, DocText? Summary);
