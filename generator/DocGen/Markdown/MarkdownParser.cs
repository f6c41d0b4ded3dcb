using System.Text;
using DocGen.Generator.Model;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using MarkdigHeading = Markdig.Syntax.HeadingBlock;
using MarkdigParagraph = Markdig.Syntax.ParagraphBlock;

namespace DocGen.Generator.Markdown;

/// <summary>Parses a page into a flat list of <see cref="DocBlock"/>s. Only this folder depends on Markdig.</summary>
internal static class MarkdownParser
{
    internal static readonly MarkdownPipeline Pipeline = BuildPipeline();

    /// <param name="text">The page.</param>
    /// <param name="work">Receives the cost of the page's inlines, and the positions at which a limit is
    /// exceeded.</param>
    /// <exception cref="FormatException">The blocks of the page are nested deeper than Markdig supports, over many
    /// lines.</exception>
    public static IReadOnlyList<DocBlock> Parse(string text, InlineWork? work = null)
    {
        var blocks = new List<DocBlock>();
        Flatten(ParseDocument(text, work ?? new InlineWork()), text, blocks, depth: 0, lists: 0);
        return blocks;
    }

    private static MarkdownDocument ParseDocument(string text, InlineWork work)
    {
        try
        {
            // Markdig would replace NUL, too, but in a copy, and the lines of its blocks would then not be parts of
            // this text.
            text = text.Replace('\0', '\uFFFD');
            return Markdig.Markdown.Parse(text, Pipeline, work.ToContext(text));
        }
        catch (ArgumentException exception) when (exception.Message.Contains("too deeply nested"))
        {
            throw new FormatException($"it nests more than {Limits.Markers} quotes and lists", exception);
        }
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.UsePreciseSourceLocation()
            .UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true })
            .UseYamlFrontMatter();
        builder.BlockParsers.Replace<ParagraphBlockParser>(new BoundedParagraphParser());
        builder.InlineParsers.Replace<LinkInlineParser>(new BoundedLinkParser());
        builder.InlineParsers.Replace<EmphasisInlineParser>(new BoundedEmphasisParser());
        builder.InlineParsers.Replace<CodeInlineParser>(new BoundedCodeParser());
        builder.InlineParsers.Replace<AutolinkInlineParser>(new BoundedHtmlParser());
        return builder.Build();
    }

    private static void Flatten(ContainerBlock container, string page, List<DocBlock> blocks, int depth, int lists)
    {
        foreach (Block block in container)
        {
            int start = block.Span.Start;
            int end = block.Span.End + 1;
            switch (block)
            {
                case MarkdigHeading heading:
                    RichText title = InlineReader.Read(heading.Inline, start, end);
                    blocks.Add(TabOf(title) is { } tab
                        ? new TabBlock(start, end, tab)
                        : new HeadingBlock(start, end, heading.Level, title));
                    break;
                case ThematicBreakBlock:
                    blocks.Add(new TabBlock(start, end, id: null));
                    break;
                case YamlFrontMatterBlock yaml:
                    blocks.Add(new FrontMatterBlock(start, end, ReadFrontMatter(yaml)));
                    break;
                case FencedCodeBlock fence:
                    blocks.Add(new FenceBlock(start, end, FenceLanguage(fence),
                        PageText.FromLines(page, Lines(fence)),
                        new string(fence.FencedChar, fence.OpeningFencedCharCount), fence.ClosingFencedCharCount > 0));
                    break;
                case CodeBlock code:
                    blocks.Add(new IndentedBlock(start, end, PageText.FromLines(page, Lines(code))));
                    break;
                case HtmlBlock { Type: HtmlBlockType.Comment }:
                    AddComments(page, start, Math.Min(end, page.Length), blocks);
                    break;
                case MarkdigParagraph paragraph:
                    blocks.Add(new ParagraphBlock(start, end, InlineReader.Read(paragraph.Inline, start, end), lists));
                    break;
                case Table table:
                    blocks.Add(ReadTable(table));
                    break;
                case ContainerBlock nested when depth < Limits.BlockDepth:
                    Flatten(nested, page, blocks, depth + 1, nested is ListBlock ? lists + 1 : lists);
                    break;
            }
        }
    }

    /// <summary>
    /// Returns the id of the tab that a heading such as <c># [HTTP](#tab/http)</c> opens, or null for any other
    /// heading.
    /// </summary>
    private static string? TabOf(RichText heading) =>
        heading.Links.Count == 1 && heading.Links[0].Target.StartsWith("#tab/", StringComparison.Ordinal)
            ? heading.Links[0].Target.Substring("#tab/".Length)
            : null;

    private static string FenceLanguage(FencedCodeBlock fence) => (fence.Info ?? "").Trim();

    private static List<(int Start, int Length)> Lines(LeafBlock block)
    {
        var lines = new List<(int, int)>(block.Lines.Count);
        for (int i = 0; i < block.Lines.Count; i++)
        {
            Markdig.Helpers.StringSlice slice = block.Lines.Lines[i].Slice;
            lines.Add((slice.Start, Math.Max(0, slice.Length)));
        }

        return lines;
    }

    /// <summary>Adds all comments of a block, which may contain several.</summary>
    private static void AddComments(string page, int start, int end, List<DocBlock> blocks)
    {
        while (true)
        {
            int open = page.IndexOf("<!--", start, end - start, StringComparison.Ordinal);
            if (open < 0)
                return;
            int inside = open + "<!--".Length;
            int close = page.IndexOf("-->", inside, end - inside, StringComparison.Ordinal);
            int insideEnd = close < 0 ? end : close;
            start = close < 0 ? end : close + "-->".Length;
            blocks.Add(new CommentBlock(open, start, PageText.FromPage(page, inside, insideEnd)));
        }
    }

    private static TableBlock ReadTable(Table table)
    {
        var header = new List<RichText>();
        var rows = new List<IReadOnlyList<RichText>>();
        foreach (TableRow row in table.OfType<TableRow>())
        {
            List<RichText> cells = row.OfType<TableCell>().Select(ReadCell).ToList();
            if (row.IsHeader && header.Count == 0)
                header = cells;
            else
                rows.Add(cells);
        }

        return new TableBlock(table.Span.Start, table.Span.End + 1, header, rows);
    }

    private static RichText ReadCell(TableCell cell) =>
        cell.Count > 0 && cell[0] is MarkdigParagraph { Inline: { } inline }
            ? InlineReader.Read(inline, cell.Span.Start, cell.Span.End + 1, inCell: true)
            : RichText.Empty;

    private static List<FrontMatterEntry> ReadFrontMatter(YamlFrontMatterBlock yaml)
    {
        var entries = new List<FrontMatterEntry>();
        for (int i = 0; i < yaml.Lines.Count; i++)
        {
            Markdig.Helpers.StringSlice slice = yaml.Lines.Lines[i].Slice;
            string line = slice.ToString();
            int colon = line.IndexOf(':');
            if (colon <= 0 || char.IsWhiteSpace(line[0]))
                continue;
            string value = line.Substring(colon + 1);
            int start = slice.Start + line.Length - value.TrimStart().Length;
            entries.Add(new FrontMatterEntry(line.Substring(0, colon).Trim(), Unquote(value.Trim()), start,
                start + value.Trim().Length));
        }

        return entries;
    }

    private static string Unquote(string value)
    {
        if (value.Length < 2 || value[0] != value[value.Length - 1] || value[0] is not ('"' or '\''))
            return value;
        var text = new StringBuilder(value, 1, value.Length - 2, value.Length);
        return value[0] == '"' ? text.Replace("\\\"", "\"").ToString() : text.Replace("''", "'").ToString();
    }
}
