using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>A paragraph of the page's own text, of a list or of a quote.</summary>
internal sealed class Paragraph(ParagraphBlock block, Section section, bool isIncluded)
    : OutlineBlock(section, isIncluded)
{
    public RichText Text => block.Text;

    public bool InList => block.InList;

    /// <summary>It stands in so many lists, one in the other.</summary>
    public int Lists => block.Lists;

    public int Start => block.Start;

    public int End => block.End;

    /// <summary>A table or a list follows right behind it.</summary>
    public bool PrecedesListing { get; set; }
}
