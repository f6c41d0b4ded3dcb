using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A page's blocks with their sections, its annotations bound to their fences, and where findings go.</summary>
internal sealed class PageContent
{
    // Filler is reported where it is found, which must be once.
    private readonly Lazy<DocText?> _summary;
    private readonly Lazy<MethodDefinition[]> _methods;

    private PageContent(string path, FindingSink sink, BlockLedger ledger, IReadOnlyList<PageBlock> blocks, IReadOnlyDictionary<FenceBlock, Annotation> annotations)
    {
        Path = path;
        Sink = sink;
        Ledger = ledger;
        Blocks = blocks;
        Annotations = annotations;
        Json = new JsonBodies(sink);
        _summary = new Lazy<DocText?>(FindSummary);
        _methods = new Lazy<MethodDefinition[]>(() => [.. Blocks
            .Where(b => b.Block is TableBlock table && TableReader.Classify(table, b.Section) == TableKind.Methods)
            .SelectMany(b => TableReader.ReadMethods((TableBlock)b.Block, Path))]);
    }

    public string Path { get; }

    public FindingSink Sink { get; }

    /// <summary>What became of the annotated blocks.</summary>
    public BlockLedger Ledger { get; }

    public IReadOnlyList<PageBlock> Blocks { get; }

    public JsonBodies Json { get; }

    /// <summary>The annotation that stands right before a fence.</summary>
    public IReadOnlyDictionary<FenceBlock, Annotation> Annotations { get; }

    /// <summary>What the example responses show of types.</summary>
    public ShownTypes Shown { get; } = new();

    /// <summary>What its tables of methods list.</summary>
    public MethodDefinition[] Methods => _methods.Value;

    /// <summary>The headings of tabs, and the lines that may end their groups.</summary>
    public IReadOnlyList<TabBlock> Tabs { get; private init; } = [];

    /// <summary>The page's own annotation, or null.</summary>
    public Annotation? PageAnnotation { get; private init; }

    /// <summary>Its blocks without those of the files that it includes.</summary>
    public IEnumerable<PageBlock> OwnBlocks => Blocks.Where(b => !b.IsIncluded);

    /// <summary>What it includes outside of its examples, which have code of many languages that says nothing of the API.</summary>
    public EquatableArray<string> Includes { get; private init; }

    /// <summary>It has no title, and a table or includes: what a page may include for more than its words.</summary>
    public bool IsPart => (!Includes.IsEmpty || OwnBlocks.Any(b => b.Block is TableBlock)) && !OwnBlocks.Any(b => b.Block is HeadingBlock { Level: 1 });

    public HeadingBlock? Title => OwnBlocks.Select(b => b.Block).OfType<HeadingBlock>().FirstOrDefault();

    public Annotation? AnnotationOf(FenceBlock fence) => Annotations.TryGetValue(fence, out Annotation? found) ? found : null;

    /// <summary>No heading says what its section holds: the page may be in another language.</summary>
    public bool IsUnheaded => Blocks.All(b => b.Section.NearestKind == SectionKind.Other);

    /// <param name="path">The page's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="sink">Takes what is wrong with it.</param>
    /// <param name="included">The files that it includes, and that these include.</param>
    public static PageContent Read(string path, string text, FindingSink sink, IReadOnlyList<IncludedFile>? included = null)
    {
        var includes = new IncludeReader(path, text, included ?? [], sink);
        var targets = new SortedSet<string>(StringComparer.Ordinal);
        IReadOnlyList<DocBlock> all = MarkdownParser.Parse(text);
        // What stands in tabs counts as if it stood on the page.
        List<DocBlock> blocks = [.. all.Where(b => b is not TabBlock)];
        var placed = new List<PageBlock>(blocks.Count);
        var annotations = new Dictionary<FenceBlock, Annotation>();
        var ledger = new BlockLedger(sink);
        Annotation? page = null;
        Section section = Section.Top;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is HeadingBlock heading)
                section = Section.Open(heading, section);
            placed.Add(new PageBlock(blocks[i], section));
            if (blocks[i] is ParagraphBlock paragraph && !section.IsExample)
            {
                targets.UnionWith(IncludeLink.In(text, paragraph.Start, Math.Min(paragraph.End, text.Length)).Select(link => link.Target));
                section = Place(includes.BlocksOf(paragraph), paragraph.Start, section, placed);
            }

            if (blocks[i] is not CommentBlock comment)
                continue;
            if (Annotation.Read(comment, sink) is not { } annotation)
            {
                if (Annotation.IsAnnotation(comment))
                    ledger.EnterUnreadable();
                continue;
            }

            ledger.Enter(annotation);
            if (annotation.IsPage)
                page = annotation;
            else if (i + 1 < blocks.Count && blocks[i + 1] is FenceBlock fence)
                annotations[fence] = annotation;
            else if (annotation.BlockType is { } type and not "ignored")
                ledger.LeaveOut(annotation, Rules.AnnotationWithoutBlock, comment.Start, comment.End, type);
        }

        return new PageContent(path, sink, ledger, placed, annotations) { PageAnnotation = page, Tabs = [.. all.OfType<TabBlock>()], Includes = targets.ToEquatableArray() };
    }

    /// <summary>Included blocks stand as if they were written where they are included.</summary>
    /// <returns>The section that is open behind them.</returns>
    private static Section Place(IEnumerable<DocBlock> included, int place, Section section, List<PageBlock> placed)
    {
        foreach (DocBlock block in included)
        {
            if (block is HeadingBlock heading)
                section = Section.Open(heading, section);
            placed.Add(new PageBlock(block, section, place));
        }

        return section;
    }

    /// <summary>The first paragraph under the title that says something, without filler.</summary>
    public DocText? Summary => _summary.Value;

    private DocText? FindSummary() =>
        Opening() is { } opening && !TableReader.IsFiller(opening, Sink) ? opening.Doc : null;

    /// <summary>The paragraph under the title that says what the page is about.</summary>
    public RichText? Opening()
    {
        bool titled = false;
        foreach (PageBlock block in OwnBlocks)
        {
            if (block.Block is HeadingBlock)
            {
                if (titled)
                    return null;
                titled = true;
            }
            else if (titled && block.Block is ParagraphBlock { InList: false } paragraph && IsSummary(paragraph.Text))
            {
                return paragraph.Text;
            }
        }

        return null;
    }

    /// <summary>A <c>Namespace: microsoft.graph</c> line under the title.</summary>
    public string? Namespace()
    {
        foreach (PageBlock block in OwnBlocks)
        {
            if (block.Block is ParagraphBlock { Text.Plain: var text } && text.StartsWith("Namespace:", StringComparison.OrdinalIgnoreCase))
            {
                string name = text.Substring(10).Trim().Split(' ')[0];
                return TypeText.IsTypeName(name) ? name : null;
            }
        }

        return null;
    }

    private static bool IsSummary(RichText text) =>
        text.Plain.Length > 0
        && !text.Plain.StartsWith("Namespace:", StringComparison.OrdinalIgnoreCase)
        && !text.Plain.StartsWith("[!", StringComparison.Ordinal)
        && !text.Plain.StartsWith("[TAGS", StringComparison.Ordinal);
}
