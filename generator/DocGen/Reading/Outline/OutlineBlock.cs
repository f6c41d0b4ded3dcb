namespace DocGen.Generator.Reading;

/// <summary>A block of a page, in the section of the heading above it.</summary>
internal abstract class OutlineBlock(Section section, bool isIncluded)
{
    public Section Section { get; } = section;

    /// <summary>Whether the block comes from a file that the page includes.</summary>
    public bool IsIncluded { get; } = isIncluded;

    /// <summary>
    /// The resource of the page that the block is about: the only one, or the nearest one above it. Null on a page
    /// without resources. The outline sets it once it knows all resources.
    /// </summary>
    public ResourceSource? Owner { get; set; }
}
