namespace DocGen.Generator.Markdown;

// A page as a flat run of the blocks that carry meaning, in reading order. Lists, quotes and tabs are opened up: what
// stands in them counts as if it stood on the page.

internal abstract class DocBlock(int start, int end)
{
    /// <summary>Where the block begins in the page.</summary>
    public int Start { get; } = start;

    /// <summary>Where the block ends in the page, exclusive.</summary>
    public int End { get; } = end;
}
