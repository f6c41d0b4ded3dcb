using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>A Markdown block and its section.</summary>
/// <param name="IsIncluded">Whether the block comes from a file that the page includes.</param>
internal readonly record struct PlacedBlock(DocBlock Block, Section Section, bool IsIncluded);
