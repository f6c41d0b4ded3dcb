using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>
/// Decides whether a page is in the dialect. A page of the dialect has annotations, exactly one section on an HTTP
/// request, or the front matter of the tool that publishes such docs. Any other page with requests is plain docs. If it
/// has only one request, it must also be in English, because a translated page of the dialect has one request too.
/// </summary>
/// <param name="Requests">The requests on the page; empty if the page is certainly in the dialect.</param>
internal readonly record struct PlainPage(IReadOnlyList<PlainRequest> Requests)
{
    public bool HasRequest => Requests.Count > 0;

    /// <summary>Whether different sections show different requests.</summary>
    public bool HasManyRequests => Requests.Where(r => r.Form == RequestForm.Line)
        .Select(r => r.Key).Distinct(StringComparer.Ordinal).Skip(1).Any()
        && Requests.Where(r => r.Form == RequestForm.Line).Select(r => r.Section).Distinct().Skip(1).Any();

    /// <param name="page">The page's text.</param>
    /// <param name="front">Its front matter.</param>
    /// <param name="sections">Its sections.</param>
    /// <param name="isAnnotated">Whether the page or one of its blocks has an annotation.</param>
    public static PlainPage Of(string page, FrontMatterBlock? front, IReadOnlyList<Section> sections, bool isAnnotated)
    {
        bool isDialect = isAnnotated || front is { IsOfPublishingTool: true }
            || sections.Count(s => s.Kind == SectionKind.HttpRequest) == 1
            || !MayShowRequest(page);
        return new PlainPage(isDialect ? [] : RequestFinder.Find(page, sections));
    }

    /// <summary>
    /// Whether the page contains any HTTP method or "curl". Most other texts contain neither, so this check saves the
    /// search for requests.
    /// </summary>
    private static bool MayShowRequest(string page) =>
        Array.Exists(Words, word => page.IndexOf(word, StringComparison.Ordinal) >= 0);

    private static readonly string[] Words = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "curl"];
}
