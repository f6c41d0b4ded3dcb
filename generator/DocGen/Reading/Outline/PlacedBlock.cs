using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>A block of Markdown in the section that it stands in.</summary>
/// <param name="IsIncluded">It is of a file that the page includes.</param>
internal readonly record struct PlacedBlock(DocBlock Block, Section Section, bool IsIncluded);
