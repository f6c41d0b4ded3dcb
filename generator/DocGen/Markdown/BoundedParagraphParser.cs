using Markdig.Parsers;
using Markdig.Syntax;
using MarkdigParagraph = Markdig.Syntax.ParagraphBlock;

namespace DocGen.Generator.Markdown;

/// <summary>
/// Parses paragraphs at bounded cost. To remove a paragraph that becomes a heading or link references, Markdig searches
/// its container from the first block. So a paragraph that may be removed is moved to a separate container while
/// Markdig decides.
/// </summary>
internal sealed class BoundedParagraphParser : ParagraphBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.CurrentChar is not ('=' or '-') || block.Parent is not { } parent || parent.LastChild != block)
            return base.TryContinue(processor, block);
        Isolate(block, parent);
        BlockState state = base.TryContinue(processor, block);
        Return(block, parent);
        return state;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not MarkdigParagraph { Lines: { Count: > 0 } lines } || lines.Lines[0].Slice.CurrentChar != '['
            || block.Parent is not { } parent || parent.LastChild != block)
        {
            return base.Close(processor, block);
        }

        Isolate(block, parent);
        bool stays = base.Close(processor, block);
        if (stays)
            Return(block, parent);
        return stays;
    }

    /// <summary>
    /// Moves a block into a container of the same kind as its parent, because Markdig reads quotes and lists
    /// differently.
    /// </summary>
    private void Isolate(Block block, ContainerBlock parent)
    {
        parent.RemoveAt(parent.Count - 1);
        ContainerBlock own = parent is QuoteBlock or ListItemBlock ? new QuoteBlock(this) : new MarkdownDocument();
        own.Add(block);
    }

    private static void Return(Block block, ContainerBlock parent)
    {
        if (block.Parent is not { } own)
            return;
        own.RemoveAt(0);
        parent.Add(block);
    }
}
