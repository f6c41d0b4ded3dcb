using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Pipeline;

/// <summary>
/// The pages of a set with what they include. A page is read by itself, and once more with the files that it includes
/// where these bring something: here and not in a step of its own, because Roslyn follows every way through the steps,
/// which would be as many as the third power of the pages.
/// </summary>
internal sealed class IncludedPages
{
    private readonly Dictionary<string, IncludedFile> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ParsedPage> _whole = new(StringComparer.Ordinal);

    /// <param name="pages">In the order of their paths.</param>
    /// <param name="cache">Has the pages that were read with their files before.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IncludedPages(IEnumerable<PageModel> pages, SetCache cache, CancellationToken cancellation)
    {
        PageModel[] all = [.. pages.Where(page => page.Text is not null)];
        foreach (PageModel file in all.Where(page => page.IsPart))
        {
            // Of files whose paths differ in case alone, the first counts.
            if (!_files.ContainsKey(file.Path))
                _files.Add(file.Path, cache.IncludedFiles.Get(file.Path, file));
        }

        if (_files.Count == 0)
            return;
        (PageModel Page, IncludedFile[] Files)[] including = [
            .. all.Select(page => (page, FilesOf(page))).Where(page => page.Item2.Length > 0)];
        if (including.Length == 0)
            return;
        foreach (ParsedPage whole in including.AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(page => cache.WithIncludes.Get(page.Page.Path, new IncludingPage(page.Page, page.Files))))
            _whole.Add(whole.Model.Path, whole);
    }

    /// <summary>The page with what it includes, or null for one that includes nothing.</summary>
    public ParsedPage? Of(string path) => _whole.TryGetValue(path, out ParsedPage? whole) ? whole : null;

    /// <summary>What was found in included files while pages were read, by file.</summary>
    public IEnumerable<Finding> Findings =>
        _whole.Values.SelectMany(page => page.Findings).Where(finding => finding.Span.Included is not null);

    /// <summary>The files that a page includes, and that these include, for as far as they are there and bring
    /// something; in their order.</summary>
    private IncludedFile[] FilesOf(PageModel page)
    {
        var found = new List<IncludedFile>();
        var known = new HashSet<IncludedFile>();
        var open = new Stack<(string Path, EquatableArray<string> Includes)>([(page.Path, page.Includes)]);
        while (open.Count > 0)
        {
            (string path, EquatableArray<string> includes) = open.Pop();
            foreach (string target in includes)
            {
                if (IncludeLink.Paths(path, target).FirstOrDefault(_files.ContainsKey) is not { } there
                    || !known.Add(_files[there]))
                    continue;
                found.Add(_files[there]);
                open.Push((_files[there].Path, _files[there].Includes));
            }
        }

        return [.. found];
    }
}
