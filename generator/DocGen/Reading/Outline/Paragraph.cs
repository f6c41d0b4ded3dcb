using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>A paragraph of the page's own text, of a list or of a quote.</summary>
internal sealed class Paragraph(ParagraphBlock block, Section section, bool isIncluded)
    : OutlineBlock(section, isIncluded)
{
    public RichText Text => block.Text;

    public bool InList => block.InList;

    /// <summary>The number of nested lists around the paragraph.</summary>
    public int Lists => block.Lists;

    public int Start => block.Start;

    public int End => block.End;

    /// <summary>Whether the next block is a table or a list item.</summary>
    public bool PrecedesListing { get; set; }
}
