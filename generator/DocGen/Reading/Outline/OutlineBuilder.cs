using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Builds the outline of a page in three steps: sections, blocks of each section, kind of each block.
/// </summary>
internal sealed class OutlineBuilder
{
    private readonly string _text;
    private readonly FindingSink _sink;
    private readonly BlockLedger _ledger;
    private readonly List<PlacedBlock> _placed;
    private readonly SortedSet<string> _includes = new(StringComparer.Ordinal);
    private readonly List<Section> _sections = [new Section(heading: null, parent: null, isIncluded: false)];
    private readonly List<Fence> _fences = [];
    private readonly List<Table> _tables = [];
    private readonly List<Paragraph> _paragraphs = [];
    private Annotation? _page;

    private OutlineBuilder(string text, int blocks, FindingSink sink, BlockLedger ledger)
    {
        _text = text;
        _sink = sink;
        _ledger = ledger;
        _placed = new List<PlacedBlock>(blocks);
    }

    private Section Current => _sections[_sections.Count - 1];

    private Section? Title => _sections.Find(section => section is { Heading: not null, IsIncluded: false });

    /// <param name="path">The page's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="sink">Receives findings about the annotations and includes.</param>
    /// <param name="ledger">Receives the annotated blocks.</param>
    /// <param name="included">The files that the page includes, directly or through other files.</param>
    public static PageOutline Read(string path, string text, FindingSink sink, BlockLedger ledger,
        IReadOnlyList<IncludedFile> included)
    {
        var work = new InlineWork();
        IReadOnlyList<DocBlock> blocks = MarkdownParser.Parse(text, work);
        foreach ((int offset, string problem) in work.Faults)
            sink.Report(Rules.TooManyOpeners, offset, offset, problem);
        var builder = new OutlineBuilder(text, blocks.Count, sink, ledger);
        builder.Place(blocks, new IncludeReader(path, text, included, sink));
        builder.AddBlocks();
        return builder.Classify(blocks);
    }

    /// <summary>
    /// Adds each block to its section. Included blocks are treated as if they were written at the position of the
    /// include.
    /// </summary>
    private void Place(IReadOnlyList<DocBlock> blocks, IncludeReader includes)
    {
        foreach (DocBlock block in blocks)
        {
            // Content in tabs counts as content of the page.
            if (block is TabBlock)
                continue;
            Place(block, isIncluded: false);
            int end = Math.Min(block.End, _text.Length);
            if (block is not ParagraphBlock paragraph || Current.IsExample
                || !IncludeLink.MayBeIn(_text, block.Start, end))
                continue;
            _includes.UnionWith(IncludeLink.In(_text, block.Start, end).Select(link => link.Target));
            foreach (DocBlock included in includes.BlocksOf(paragraph))
                Place(included, isIncluded: true);
        }
    }

    private void Place(DocBlock block, bool isIncluded)
    {
        if (block is HeadingBlock heading)
            _sections.Add(Section.Open(heading, Current, isIncluded));
        // The dialect has no indented code, so the blocks before and after it count as adjacent.
        if (block is not IndentedBlock indented)
            _placed.Add(new PlacedBlock(block, Current, isIncluded));
        else if (!isIncluded)
            Current.Indented.Add(new Fence(
                new FenceBlock(block.Start, block.End, "", indented.Content, mark: ""), Current, annotation: null));
    }

    private void AddBlocks()
    {
        Annotation? annotation = null;
        for (int i = 0; i < _placed.Count; i++)
        {
            DocBlock block = _placed[i].Block;
            DocBlock? next = i + 1 < _placed.Count ? _placed[i + 1].Block : null;
            switch (block)
            {
                case FenceBlock fence:
                    _fences.Add(Add(new Fence(fence, _placed[i].Section, annotation)));
                    break;
                case TableBlock table:
                    _tables.Add(Add(new Table(table, _placed[i].Section, _placed[i].IsIncluded)));
                    break;
                case ParagraphBlock paragraph:
                    _paragraphs.Add(Add(new Paragraph(paragraph, _placed[i].Section, _placed[i].IsIncluded)
                    {
                        PrecedesListing = next is TableBlock or ParagraphBlock { InList: true },
                    }));
                    break;
            }

            annotation = block is CommentBlock comment ? ReadAnnotation(comment, next is FenceBlock) : null;
        }
    }

    private static T Add<T>(T block)
        where T : OutlineBlock
    {
        block.Section.Blocks.Add(block);
        return block;
    }

    /// <summary>
    /// Returns the annotation of the next fence. Null if the comment is no annotation, if it is about the page, or if
    /// no fence follows.
    /// </summary>
    private Annotation? ReadAnnotation(CommentBlock comment, bool isBeforeFence)
    {
        if (Annotation.Read(comment, _sink) is not { } annotation)
        {
            if (Annotation.IsAnnotation(comment))
                _ledger.EnterUnreadable();
            return null;
        }

        _ledger.Enter(annotation);
        if (annotation.IsPage)
            _page = annotation;
        else if (isBeforeFence)
            return annotation;
        else if (annotation.BlockType is { } type and not ("ignored" or "permissions"))
            _ledger.LeaveOut(annotation, Rules.AnnotationWithoutBlock, comment.Start, comment.End, type);
        return null;
    }

    /// <summary>Decides the kinds of sections and tables, and which resource each block belongs to.</summary>
    private PageOutline Classify(IReadOnlyList<DocBlock> blocks)
    {
        var front = (blocks.Count > 0 ? blocks[0] : null) as FrontMatterBlock;
        PlainPage plain = PlainPage.Of(_text, front, _sections,
            isAnnotated: _page is not null || _ledger.Count.Annotated > 0
                || _fences.Exists(fence => fence.Annotation is not null));
        if (!plain.HasManyRequests)
            ImpliedSections.Infer(_sections.GetRange(1, _sections.Count - 1), front is { IsAboutOther: true });
        PageLanguage language = Translation.LanguageOf(_sections, _tables);
        // A translated page of the dialect has tables. Without a table, its headings look like those of plain docs.
        bool isPlain = plain.HasManyRequests
            || (plain.HasRequest && !(language.IsTranslated && (_tables.Count > 0 || front is not null)));
        if (isPlain)
            language = PageLanguage.English;
        bool annotatesResource = _fences.Exists(fence => fence.Annotation?.BlockType == "resource");
        foreach (Table table in _tables)
            table.Classify(language.IsTranslated, annotatesResource);
        ResourceSource[] resources = [.. _fences.Select(fence => fence.Resource).OfType<ResourceSource>()];
        if (resources.Length == 0 && !isPlain && TitledResource(front, language) is { } titled)
            resources = [titled];
        SetOwners(resources);
        return new PageOutline
        {
            FrontMatter = front,
            Requests = isPlain ? plain.Requests : null,
            Sections = _sections,
            Fences = _fences,
            Tables = _tables,
            Paragraphs = _paragraphs,
            Tabs = [.. blocks.OfType<TabBlock>()],
            PageAnnotation = _page,
            Title = Title?.Heading,
            Introduction = Introduction(),
            Language = language,
            Resources = resources,
            AnnotatesResource = annotatesResource,
            Includes = _includes.ToEquatableArray(),
            IsPart = (_includes.Count > 0 || _tables.Exists(table => !table.IsIncluded))
                && !_sections.Exists(s => s is { Level: 1, IsIncluded: false }),
        };
    }

    /// <summary>
    /// Returns the resource of a page without a resource annotation, or null. The title names the type, a table lists
    /// the members, and a JSON fence may show them.
    /// </summary>
    private ResourceSource? TitledResource(FrontMatterBlock? front, PageLanguage language)
    {
        if (Title is not { } title || !_tables.Exists(table => table.Kind is TableKind.Properties or TableKind.Members))
            return null;
        string? type = front?["doc_type"];
        bool isAboutResource = type == "resourcePageType"
            || (language.IsTranslated && type is null
            && _sections.TrueForAll(section => section.Kind != SectionKind.HttpRequest));
        return TitleText.ResourceName(title.Title, front is not null, isAboutResource) is { } name
            ? new ResourceSource(name, _sections[0],
                _fences.Find(f => f.IsPlainJson && f.Section.NearestKind == SectionKind.JsonRepresentation))
            : null;
    }

    /// <summary>
    /// Sets the owner of each block: the nearest resource above the block, or else the first resource of the page.
    /// </summary>
    private void SetOwners(ResourceSource[] resources)
    {
        ResourceSource? owner = resources.Length > 0 ? resources[0] : null;
        foreach (OutlineBlock block in _sections.SelectMany(section => section.Blocks))
        {
            owner = (block as Fence)?.Resource ?? owner;
            block.Owner = owner;
        }
    }

    private Paragraph[] Introduction()
    {
        int title = _sections.FindIndex(section => section is { Heading: not null, IsIncluded: false });
        if (title < 0)
            return [];
        int next = _sections.FindIndex(title + 1, section => !section.IsIncluded);
        return [.. _sections.GetRange(title, (next < 0 ? _sections.Count : next) - title)
            .SelectMany(section => section.Blocks).OfType<Paragraph>().Where(paragraph => !paragraph.IsIncluded)];
    }
}
