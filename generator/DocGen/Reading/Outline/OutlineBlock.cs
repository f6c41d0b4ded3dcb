namespace DocGen.Generator.Reading;

/// <summary>A block of a page, in the section of the heading before it.</summary>
internal abstract class OutlineBlock(Section section, bool isIncluded)
{
    public Section Section { get; } = section;

    /// <summary>Whether the block comes from a file that the page includes.</summary>
    public bool IsIncluded { get; } = isIncluded;

    /// <summary>
    /// The resource that the block describes: the only one of the page, or the nearest one above the block. Null on a
    /// page without resources. The outline sets this property when it knows all resources.
    /// </summary>
    public ResourceSource? Owner { get; set; }
}
