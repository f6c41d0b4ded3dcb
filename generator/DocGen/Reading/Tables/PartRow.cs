using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A row of a table of multipart parts.</summary>
/// <param name="MediaType">The cell in the column of types; null if the table has no such column.</param>
internal sealed record PartRow(string Name, string? MediaType, DocText? Summary);
