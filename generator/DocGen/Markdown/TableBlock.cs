namespace DocGen.Generator.Markdown;

internal sealed class TableBlock(int start, int end, IReadOnlyList<RichText> header,
    IReadOnlyList<IReadOnlyList<RichText>> rows)
    : DocBlock(start, end)
{
    public IReadOnlyList<RichText> Header { get; } = header;

    public IReadOnlyList<IReadOnlyList<RichText>> Rows { get; } = rows;
}
