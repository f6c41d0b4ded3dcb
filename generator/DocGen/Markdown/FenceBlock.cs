namespace DocGen.Generator.Markdown;

internal sealed class FenceBlock(int start, int end, string language, PageText content, string mark = "```",
    bool isClosed = true)
    : DocBlock(start, end)
{
    /// <summary>The first word of the info string, or empty.</summary>
    public string Language { get; } = language;

    public PageText Content { get; } = content;

    /// <summary>The signs that open the fence: three or more backticks or tildes; empty for indented code.</summary>
    public string Mark { get; } = mark;

    /// <summary>Whether a line of such signs ends it, and not the end of the page or the list around it.</summary>
    public bool IsClosed { get; } = isClosed;
}
