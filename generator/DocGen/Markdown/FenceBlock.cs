namespace DocGen.Generator.Markdown;

internal sealed class FenceBlock(int start, int end, string language, PageText content) : DocBlock(start, end)
{
    /// <summary>The first word of the info string, or empty.</summary>
    public string Language { get; } = language;

    public PageText Content { get; } = content;
}
