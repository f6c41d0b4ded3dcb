using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>
/// Whether a page is in the dialect. A page with annotations is, as is one that has one section on its HTTP request,
/// and one whose
/// front matter is that of the tool which publishes such docs. Any other
/// page that shows requests is not; where it shows one, it must be in English as well, for translations of the dialect
/// show one.
/// </summary>
/// <param name="Requests">What the page shows; none for a page that is in the dialect for certain.</param>
internal readonly record struct PlainPage(IReadOnlyList<PlainRequest> Requests)
{
    public bool HasRequest => Requests.Count > 0;

    /// <summary>Sections of their own show different requests.</summary>
    public bool HasManyRequests => Requests.Where(r => r.Form == RequestForm.Line)
        .Select(r => r.Key).Distinct(StringComparer.Ordinal).Skip(1).Any()
        && Requests.Where(r => r.Form == RequestForm.Line).Select(r => r.Section).Distinct().Skip(1).Any();

    /// <param name="page">The page's text.</param>
    /// <param name="front">Its front matter.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="isAnnotated">A block of it, or the page, has an annotation.</param>
    public static PlainPage Of(string page, FrontMatterBlock? front, IReadOnlyList<Section> sections, bool isAnnotated)
    {
        bool isDialect = isAnnotated || front is { IsOfPublishingTool: true }
            || sections.Count(s => s.Kind == SectionKind.HttpRequest) == 1
            || !MayShowRequest(page);
        return new PlainPage(isDialect ? [] : RequestFinder.Find(page, sections));
    }

    /// <summary>Most pages of other texts have none of the words.</summary>
    private static bool MayShowRequest(string page) =>
        Array.Exists(Words, word => page.IndexOf(word, StringComparison.Ordinal) >= 0);

    private static readonly string[] Words = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "curl"];
}
