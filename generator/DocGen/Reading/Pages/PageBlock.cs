using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>A block and the section it stands in.</summary>
/// <param name="Place">Where it stands on the page: one of an included file, where the file is included.</param>
internal readonly record struct PageBlock(DocBlock Block, Section Section, int Place)
{
    public PageBlock(DocBlock block, Section section)
        : this(block, section, block.Start)
    {
    }

    /// <summary>It is of a file that the page includes.</summary>
    public bool IsIncluded => Place != Block.Start;
}
