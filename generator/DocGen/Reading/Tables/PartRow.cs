using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A row of a table of the parts of a multipart body.</summary>
/// <param name="MediaType">The cell in the column of types; null where there is no such column.</param>
internal sealed record PartRow(string Name, string? MediaType, DocText? Summary);
