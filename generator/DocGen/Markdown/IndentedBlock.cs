namespace DocGen.Generator.Markdown;

/// <summary>Code that is indented by four spaces instead of fenced.</summary>
internal sealed class IndentedBlock(int start, int end, PageText content) : DocBlock(start, end)
{
    public PageText Content { get; } = content;
}
