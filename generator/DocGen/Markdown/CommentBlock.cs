namespace DocGen.Generator.Markdown;

/// <summary>An HTML comment outside of other blocks; the content is the text inside.</summary>
internal sealed class CommentBlock(int start, int end, PageText content) : DocBlock(start, end)
{
    public PageText Content { get; } = content;
}
