namespace DocGen.Generator.Markdown;

internal sealed class HeadingBlock(int start, int end, int level, RichText text) : DocBlock(start, end)
{
    public int Level { get; } = level;

    public RichText Text { get; } = text;
}
