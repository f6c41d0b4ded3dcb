using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// The sections of a page, with typed blocks. <see cref="OutlineBuilder"/> decides once which kind each section, table
/// and fence has, which resource it belongs to, and whether the page is translated.
/// </summary>
internal sealed class PageOutline
{
    private IReadOnlyList<DocLink>? _links;

    public FrontMatterBlock? FrontMatter { get; init; }

    /// <summary>The sections in page order; the first contains the blocks before all headings.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    public IReadOnlyList<Fence> Fences { get; init; } = [];

    public IReadOnlyList<Table> Tables { get; init; } = [];

    public IReadOnlyList<Paragraph> Paragraphs { get; init; } = [];

    /// <summary>The headings of tabs, and the lines that may end groups of tabs.</summary>
    public IReadOnlyList<TabBlock> Tabs { get; init; } = [];

    /// <summary>The annotation of the page as a whole, or null.</summary>
    public Annotation? PageAnnotation { get; init; }

    /// <summary>The first heading that is not included from another file.</summary>
    public HeadingBlock? Title { get; init; }

    /// <summary>The page's own paragraphs between its title and the next heading.</summary>
    public IReadOnlyList<Paragraph> Introduction { get; init; } = [];

    /// <summary>The links in the page's own text, in page order.</summary>
    public IReadOnlyList<DocLink> Links => _links ??= [.. Texts.SelectMany(text => text.Links)];

    public PageLanguage Language { get; init; } = PageLanguage.English;

    /// <summary>The resources that the page defines, in page order.</summary>
    public IReadOnlyList<ResourceSource> Resources { get; init; } = [];

    /// <summary>Whether a block of the page is annotated as a resource, with or without a name.</summary>
    public bool AnnotatesResource { get; init; }

    /// <summary>
    /// The files that the page includes outside of its examples. The files that examples include contain client code in
    /// many languages and do not describe the API.
    /// </summary>
    public EquatableArray<string> Includes { get; init; }

    /// <summary>
    /// Whether other pages may include this page for more than its words: it has no title, but a table or includes.
    /// </summary>
    public bool IsPart { get; init; }

    /// <summary>
    /// The requests of plain docs. A page of plain docs has several requests and no annotations. Null for a page in the
    /// annotated dialect.
    /// </summary>
    public IReadOnlyList<PlainRequest>? Requests { get; init; }

    /// <summary>
    /// Whether the front matter says that the page is not about calling an operation. Its requests belong to other
    /// pages.
    /// </summary>
    public bool IsAboutOther => FrontMatter is { IsAboutOther: true };

    /// <summary>Whether no heading names the kind of its section.</summary>
    public bool IsUnheaded => Sections.All(section => section.NearestKind == SectionKind.Other);

    /// <summary>The sections whose headings are not included from other files.</summary>
    public IEnumerable<Section> OwnSections =>
        Sections.Where(section => section is { Heading: not null, IsIncluded: false });

    /// <summary>The page's own headings, paragraphs and table cells (without column headings), in page order.</summary>
    public IEnumerable<RichText> Texts
    {
        get
        {
            foreach (Section section in Sections)
            {
                if (section is { Heading: { } heading, IsIncluded: false })
                    yield return heading.Text;
                foreach (RichText text in section.Blocks.Where(block => !block.IsIncluded).SelectMany(TextsOf))
                    yield return text;
            }
        }
    }

    private static IEnumerable<RichText> TextsOf(OutlineBlock block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        Table table => table.Rows.SelectMany(row => row),
        _ => [],
    };
}
