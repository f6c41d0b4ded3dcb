namespace DocGen.Generator.Model;

/// <summary>A part of content in a multipart body.</summary>
/// <param name="IsFile">Whether a form's field is a file, or text; null for a part of another body.</param>
internal sealed record PartDefinition(string Name, string ContentType, DocText? Summary, bool? IsFile = null);
