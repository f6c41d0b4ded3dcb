namespace DocGen.Generator.Markdown;

internal sealed class ParagraphBlock(int start, int end, RichText text, bool inList) : DocBlock(start, end)
{
    public RichText Text { get; } = text;

    public bool InList { get; } = inList;
}
