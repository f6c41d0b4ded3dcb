namespace DocGen.Generator.Reading;

/// <summary>What stands on a page below a heading, in the section of that heading.</summary>
internal abstract class OutlineBlock(Section section, bool isIncluded)
{
    public Section Section { get; } = section;

    /// <summary>It is of a file that the page includes.</summary>
    public bool IsIncluded { get; } = isIncluded;

    /// <summary>
    /// The resource of the page that it is about: the only one, or the nearest one above it. Null on a page that
    /// defines none. The outline sets it once it knows all resources.
    /// </summary>
    public ResourceSource? Owner { get; set; }
}
