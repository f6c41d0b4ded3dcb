using System.Text;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads one page. The result depends only on the text of the page and of the files that it includes.
/// </summary>
internal static class PageReader
{
    private const string Tab = "#tab/";

    /// <summary>
    /// Reads a page. Content that can't be read throws no exception: the result is then an empty model and a finding.
    /// </summary>
    /// <param name="path">The page's path relative to the project, with forward slashes.</param>
    /// <param name="text">The text of the page, or null if the compiler could not decode the file.</param>
    /// <param name="included">The files that the page includes, directly or through other files.</param>
    public static ParsedPage Read(string path, string? text, IReadOnlyList<IncludedFile>? included = null)
    {
        // The compiler counts positions without the byte order mark. Concatenated files may leave a second one.
        text = text?.TrimStart('\uFEFF');
        var sink = new FindingSink(new LineMap(text ?? ""), path);
        if (text is null)
        {
            sink.Report(Rules.NoText, 0, 0);
            return Finish(PageModel.Empty(path), sink);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            sink.Report(Rules.EmptyPage, 0, 0);
            return Finish(PageModel.Empty(path), sink);
        }

        if (PageLimits.Exceeded(text) is { } limit)
        {
            sink.Report(Rules.UnreadablePage, limit.Offset, limit.Offset, limit.Problem);
            return Finish(PageModel.Empty(path), sink);
        }

        // UTF-16 without a byte order mark, which the compiler decodes as UTF-8.
        int nul = text.IndexOf('\0');
        if (nul >= 0)
            sink.Report(Rules.NulCharacters, nul, nul);

        try
        {
            return ReadPage(path, text, sink, included);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // An error in one page must not affect the others. An exception that leaves a generator removes its whole
            // output.
            sink = new FindingSink(new LineMap(text), path);
            sink.Report(Rules.UnreadablePage, 0, 0, e.Message);
            return Finish(PageModel.Empty(path), sink);
        }
    }

    private static ParsedPage Finish(
        PageModel model, FindingSink sink, BlockCount blocks = default, EquatableArray<Example> examples = default,
        EquatableArray<string> suppressed = default) =>
        new(model, sink.Findings, sink.Anchors, blocks, examples, suppressed);

    /// <summary>
    /// Returns the diagnostic ids that the page suppresses, in upper case. Ids of other tools are ignored.
    /// </summary>
    private static EquatableArray<string> Suppressed(Annotation? page) =>
        (page?.Strings("suppressions") ?? []).Select(s => s.Split(':')[0].Trim().ToUpperInvariant())
            .Where(id => id.StartsWith("DG", StringComparison.Ordinal) && id.Length == "DG0000".Length)
            .ToEquatableArray();

    private static ParsedPage ReadPage(string path, string text, FindingSink sink,
        IReadOnlyList<IncludedFile>? included)
    {
        PageContent content = PageContent.Read(path, text, sink, included);
        ReportFrontMatterFiller(content);
        (ResourceReader.Result resources, OperationReader.Result operations) = content.Outline.Requests is not null
            ? PlainReader.Read(content) : (ResourceReader.Read(content), OperationReader.Read(content));
        if (IsOfPlainDocs(content) && resources.Resources.IsEmpty
            && ErrorBodies.Of(content, ErrorBodies.In(content, content.Outline.Sections)) is { } error)
            resources = resources with { Resources = EquatableArray.Of(error) };
        LooseCall[] said = [];
        if (content.Outline.Requests is not null || IsOfPlainDocs(content))
        {
            RequestSlips.Report(content, text);
            if (content.Outline.Requests is not null)
                TableSlips.ReportLost(content, text);
            said = [.. SaidRequests.In(content, text)];
        }

        IReadOnlyCollection<string> bookmarks = [];
        sink.Guard(0, 0, () => bookmarks = PageChecks.Report(content, text,
            !operations.Operations.IsEmpty || !resources.Resources.IsEmpty));
        PageOutline outline = content.Outline;
        string[] linkTexts = [.. outline.Links.Select(l => l.Text).Where(TypeText.IsTypeName)
            .Distinct(StringComparer.Ordinal)];
        string? key = outline.PageAnnotation?.Text("operation");
        var model = new PageModel(
            path,
            outline.Title?.Text.Plain,
            content.Namespace,
            LinkedPages(content),
            resources.Resources,
            resources.Enums,
            outline.Requests is not null ? operations.Operations
                : operations.Operations.Select(
                    o => OperationNamer.Name(path, outline.Title?.Text.Plain, key, linkTexts, o)).ToEquatableArray(),
            operations.ServiceRoots,
            content.Shown.Types,
            content.Methods.ToEquatableArray(),
            outline.Language.IsTranslated,
            outline.Includes,
            outline.IsPart,
            outline.IsPart || !outline.Includes.IsEmpty ? text : null,
            outline.Requests is not null,
            StatedRoots(text, sink),
            operations.LooseCalls.Concat(said).ToEquatableArray());
        EquatableArray<LinkedBookmark> linked = LinkedBookmarks(content);
        return Finish(model, sink, content.Ledger.Count, operations.Examples, Suppressed(outline.PageAnnotation)) with
        {
            // The included files may contain headings too.
            Bookmarks = outline.Includes.IsEmpty
                ? bookmarks.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray() : default,
            LinkedBookmarks = linked,
        };
    }

    private static EquatableArray<StatedAddress> StatedRoots(string text, FindingSink sink)
    {
        IReadOnlyList<(StatedAddress Root, int Start)> stated = StatedRoot.All(text);
        foreach ((StatedAddress root, int start) in stated)
            sink.Anchor(AnchorKeys.StatedRoot(root.Address), start, start + root.Address.Length);
        return stated.Select(one => one.Root).Distinct().ToEquatableArray();
    }

    /// <summary>
    /// Whether the page belongs to plain docs but has no request, such as their introduction: it contains nothing that
    /// only the annotated dialect has.
    /// </summary>
    private static bool IsOfPlainDocs(PageContent content) =>
        content.Outline is { Requests: null, PageAnnotation: null, FrontMatter: not { IsOfPublishingTool: true } }
        && content.Ledger.Count.Annotated == 0
        && content.Outline.Fences.All(fence => fence.Annotation is null)
        && content.Outline.Sections.All(section => section.Kind != SectionKind.HttpRequest);

    private static EquatableArray<string> LinkedPages(PageContent content)
    {
        var pages = new SortedSet<string>(StringComparer.Ordinal);
        foreach (DocLink link in content.Outline.Links)
        {
            if (Prose.LinkedPage(link.Target) is not { } target)
                continue;
            string page = PagePath.Resolve(content.Path, target) ?? target;
            pages.Add(page);
            content.Sink.Anchor(AnchorKeys.Link(page), link.Start, link.End);
        }

        return pages.ToEquatableArray();
    }

    private static EquatableArray<LinkedBookmark> LinkedBookmarks(PageContent content)
    {
        var bookmarks = new HashSet<LinkedBookmark>();
        foreach (DocLink link in content.Outline.Links)
        {
            int hash = link.Target.IndexOf('#');
            // #tab/ links to a tab, not to a heading.
            if (hash <= 0 || hash + 1 == link.Target.Length
                || string.CompareOrdinal(link.Target, hash, Tab, 0, Tab.Length) == 0
                || Prose.LinkedPage(link.Target) is not { } target
                || PagePath.Resolve(content.Path, target) is not { } page)
            {
                continue;
            }

            var bookmark = new LinkedBookmark(page, Uri.UnescapeDataString(link.Target.Substring(hash + 1)));
            if (bookmarks.Add(bookmark))
                content.Sink.Anchor(AnchorKeys.Link(bookmark.ToString()), link.Start, link.End);
        }

        return bookmarks.OrderBy(bookmark => bookmark.Page, StringComparer.Ordinal)
            .ThenBy(bookmark => bookmark.Name, StringComparer.Ordinal).ToEquatableArray();
    }

    private static void ReportFrontMatterFiller(PageContent content)
    {
        foreach (FrontMatterEntry entry in (content.Outline.FrontMatter?.Entries ?? [])
            .Where(e => Filler.IsText(e.Value)))
            content.Sink.Report(Rules.Filler, entry.Start, entry.End, entry.Value);
    }
}
