using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// A page as its readers see it: sections with typed blocks. <see cref="OutlineBuilder"/> decides once what each
/// section, table and fence is, which resource it belongs to, and whether the page is translated.
/// </summary>
internal sealed class PageOutline
{
    private IReadOnlyList<DocLink>? _links;

    public FrontMatterBlock? FrontMatter { get; init; }

    /// <summary>In the order of the page; the first holds what stands before all headings.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    public IReadOnlyList<Fence> Fences { get; init; } = [];

    public IReadOnlyList<Table> Tables { get; init; } = [];

    public IReadOnlyList<Paragraph> Paragraphs { get; init; } = [];

    /// <summary>The headings of tabs, and the lines that may end their groups.</summary>
    public IReadOnlyList<TabBlock> Tabs { get; init; } = [];

    /// <summary>The page's own annotation, or null.</summary>
    public Annotation? PageAnnotation { get; init; }

    /// <summary>The first heading that is the page's own.</summary>
    public HeadingBlock? Title { get; init; }

    /// <summary>The page's own paragraphs between its title and its next heading.</summary>
    public IReadOnlyList<Paragraph> Introduction { get; init; } = [];

    /// <summary>The links of the page's own text, in its order.</summary>
    public IReadOnlyList<DocLink> Links => _links ??= [.. Texts.SelectMany(text => text.Links)];

    public PageLanguage Language { get; init; } = PageLanguage.English;

    /// <summary>What the page defines, in its order.</summary>
    public IReadOnlyList<ResourceSource> Resources { get; init; } = [];

    /// <summary>A block of the page is annotated as a resource, whether it has a name or not.</summary>
    public bool AnnotatesResource { get; init; }

    /// <summary>
    /// What the page includes outside of its examples, which have code of many languages that says nothing of the API.
    /// </summary>
    public EquatableArray<string> Includes { get; init; }

    /// <summary>It has no title, and a table or includes: what a page may include for more than its words.</summary>
    public bool IsPart { get; init; }

    /// <summary>
    /// The requests of a page that is not in the dialect, which has several on a page, and no annotations. Null for a
    /// page in the dialect.
    /// </summary>
    public IReadOnlyList<PlainRequest>? Requests { get; init; }

    /// <summary>
    /// The page says that it is about something else than how to call an operation: what it calls in passing is none of
    /// its own.
    /// </summary>
    public bool IsAboutOther => FrontMatter is { IsAboutOther: true };

    /// <summary>No section says what it holds.</summary>
    public bool IsUnheaded => Sections.All(section => section.NearestKind == SectionKind.Other);

    /// <summary>The sections whose headings are the page's own.</summary>
    public IEnumerable<Section> OwnSections =>
        Sections.Where(section => section is { Heading: not null, IsIncluded: false });

    /// <summary>The page's own headings, paragraphs and cells below the columns' headings, in their order.</summary>
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
