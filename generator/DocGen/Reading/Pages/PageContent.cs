using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A page's blocks with their sections, its annotations bound to their fences, and where findings go.</summary>
internal sealed class PageContent
{
    private const string NamespaceWord = "Namespace:";

    /// <summary>No language needs more characters to say what comes behind the colon.</summary>
    private const int MaxNamespaceWords = 40;

    private static readonly char[] Colons = [':', '：'];

    // Filler is reported where it is found, which must be once.
    private readonly Lazy<DocText?> _summary;
    private readonly Lazy<MethodDefinition[]> _methods;
    private readonly Lazy<string?> _namespace;

    private PageContent(string path, FindingSink sink, BlockLedger ledger, IReadOnlyList<PageBlock> blocks, IReadOnlyDictionary<FenceBlock, Annotation> annotations)
    {
        Path = path;
        Sink = sink;
        Ledger = ledger;
        Blocks = blocks;
        IsTranslated = Translation.Shows(blocks);
        Annotations = annotations;
        Json = new JsonBodies(sink);
        _summary = new Lazy<DocText?>(FindSummary);
        _namespace = new Lazy<string?>(() => Blocks.Select(b => b.Block).OfType<ParagraphBlock>()
            .Where(p => p.Text.Plain.StartsWith(NamespaceWord, StringComparison.OrdinalIgnoreCase)).Concat(IsTranslated ? Introduction() : [])
            .Select(p => NamespaceIn(p.Text.Plain)).FirstOrDefault(name => name is not null));
        _methods = new Lazy<MethodDefinition[]>(() => [.. Blocks
            .Where(b => b.Block is TableBlock table && TableReader.Classify(table, b.Section, IsTranslated) == TableKind.Methods)
            .SelectMany(b => TableReader.ReadMethods((TableBlock)b.Block, Path, IsTranslated))]);
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

    /// <summary>The page is in another language than the dialect's.</summary>
    public bool IsTranslated { get; }

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
        List<PageBlock> placed = Place(blocks, text, includes, targets);
        var annotations = new Dictionary<FenceBlock, Annotation>();
        var ledger = new BlockLedger(sink);
        Annotation? page = null;
        for (int i = 0; i < blocks.Count; i++)
        {
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

        if (ImpliedOutline.Of(placed, annotations) is { } implied)
            placed = Place(placed, implied);
        return new PageContent(path, sink, ledger, placed, annotations) { PageAnnotation = page, Tabs = [.. all.OfType<TabBlock>()], Includes = targets.ToEquatableArray() };
    }

    /// <summary>The blocks in their sections. Included ones stand as if they were written where they are included.</summary>
    private static List<PageBlock> Place(List<DocBlock> blocks, string text, IncludeReader includes, SortedSet<string> targets)
    {
        var placed = new List<PageBlock>(blocks.Count);
        Section section = Section.Top;
        void Add(DocBlock block, int place)
        {
            if (block is HeadingBlock heading)
                section = Section.Open(heading, section, null);
            placed.Add(new PageBlock(block, section, place));
        }

        foreach (DocBlock block in blocks)
        {
            Add(block, block.Start);
            if (block is not ParagraphBlock paragraph || section.IsExample || !IncludeLink.MayBeIn(text, paragraph.Start, Math.Min(paragraph.End, text.Length)))
                continue;
            targets.UnionWith(IncludeLink.In(text, paragraph.Start, Math.Min(paragraph.End, text.Length)).Select(link => link.Target));
            foreach (DocBlock included in includes.BlocksOf(paragraph))
                Add(included, paragraph.Start);
        }

        return placed;
    }

    /// <summary>The blocks in the sections that what stands below their headings shows.</summary>
    private static List<PageBlock> Place(List<PageBlock> blocks, IReadOnlyDictionary<HeadingBlock, SectionKind> implied)
    {
        var placed = new List<PageBlock>(blocks.Count);
        Section section = Section.Top;
        foreach (PageBlock block in blocks)
        {
            if (block.Block is HeadingBlock heading)
                section = Section.Open(heading, section, implied.TryGetValue(heading, out SectionKind kind) ? kind : null);
            placed.Add(block with { Section = section });
        }

        return placed;
    }

    /// <summary>The first paragraph under the title that says something, without filler.</summary>
    public DocText? Summary => _summary.Value;

    private DocText? FindSummary() =>
        Opening() is { } opening && !TableReader.IsFiller(opening, Sink) ? opening.Shown : null;

    /// <summary>The paragraph under the title that says what the page is about.</summary>
    public RichText? Opening() => Introduction().FirstOrDefault(p => !p.InList && IsSummary(p.Text))?.Text;

    /// <summary>A <c>Namespace: microsoft.graph</c> line under the title.</summary>
    public string? Namespace() => _namespace.Value is { } name ? StringPool.Get(name) : null;

    /// <summary>The paragraphs between the title and the next heading.</summary>
    private IEnumerable<ParagraphBlock> Introduction()
    {
        bool titled = false;
        foreach (PageBlock block in OwnBlocks)
        {
            if (block.Block is HeadingBlock && titled)
                yield break;
            titled |= block.Block is HeadingBlock;
            if (titled && block.Block is ParagraphBlock paragraph)
                yield return paragraph;
        }
    }

    /// <summary>The name behind <c>Namespace:</c>; in another language, of a paragraph that is a few words, a colon and a qualified name.</summary>
    private string? NamespaceIn(string text)
    {
        bool isStated = text.StartsWith(NamespaceWord, StringComparison.OrdinalIgnoreCase);
        int colon = isStated ? NamespaceWord.Length - 1 : IsTranslated ? text.IndexOfAny(Colons) : -1;
        if (colon < 0 || (!isStated && colon > MaxNamespaceWords))
            return null;
        string name = text.Substring(colon + 1).Trim();
        if (isStated)
            name = name.Split(' ')[0];
        return TypeText.IsTypeName(name) && (isStated || TypeText.IsQualified(name)) ? name : null;
    }

    private bool IsSummary(RichText text) =>
        text.Plain.Length > 0
        && !text.Plain.StartsWith(NamespaceWord, StringComparison.OrdinalIgnoreCase) && NamespaceIn(text.Plain) is null
        && !text.Plain.StartsWith("[!", StringComparison.Ordinal)
        && !text.Plain.StartsWith("[TAGS", StringComparison.Ordinal);
}
