namespace DocGen.Generator.Markdown;

// A page is a flat list of blocks in reading order. Blocks in lists, quotes and tabs count as blocks of the page.

internal abstract class DocBlock(int start, int end)
{
    /// <summary>The offset of the block on the page.</summary>
    public int Start { get; } = start;

    /// <summary>The end of the block on the page, exclusive.</summary>
    public int End { get; } = end;
}
