using DocGen.Generator.Model;

namespace DocGen.Generator.Markdown;

/// <param name="lists">The number of nested lists around the paragraph.</param>
internal sealed class ParagraphBlock(int start, int end, RichText text, int lists) : DocBlock(start, end)
{
    public RichText Text { get; } = text;

    public int Lists { get; } = lists;

    public bool InList => Lists > 0;
}
