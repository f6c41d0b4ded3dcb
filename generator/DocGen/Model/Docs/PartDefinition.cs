namespace DocGen.Generator.Model;

/// <summary>A content part of a multipart body.</summary>
/// <param name="IsFile">Whether a form field is a file (true) or text (false); null for a part of a body that is not a
/// form.</param>
internal sealed record PartDefinition(string Name, string ContentType, DocText? Summary, bool? IsFile = null);
