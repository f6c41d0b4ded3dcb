namespace DocGen.Generator.Markdown;

/// <summary>An HTML comment that stands as a block of its own; the content is what is inside.</summary>
internal sealed class CommentBlock(int start, int end, PageText content) : DocBlock(start, end)
{
    public PageText Content { get; } = content;
}
