namespace DocGen.Generator.Markdown;

/// <summary>An HTML comment outside of other blocks. The content is the text inside the comment.</summary>
internal sealed class CommentBlock(int start, int end, PageText content) : DocBlock(start, end)
{
    public PageText Content { get; } = content;
}
