using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Pipeline;

/// <summary>
/// The pages of a set that include files. Each page is first read without the files, and then once more with them. The
/// second reading is not a separate pipeline step. Roslyn follows every path through the steps, and with another step
/// the number of paths would grow with the third power of the number of pages.
/// </summary>
internal sealed class IncludedPages
{
    private readonly Dictionary<string, IncludedFile> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ParsedPage> _whole = new(StringComparer.Ordinal);

    /// <param name="pages">The pages, sorted by path.</param>
    /// <param name="cache">Contains pages that earlier runs read with their files.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IncludedPages(IEnumerable<PageModel> pages, SetCache cache, CancellationToken cancellation)
    {
        PageModel[] all = [.. pages.Where(page => page.Text is not null)];
        foreach (PageModel file in all.Where(page => page.IsPart))
        {
            // If paths differ only in case, the first file is used.
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

    /// <summary>Returns the page with its included files, or null if the page includes no files.</summary>
    public ParsedPage? Of(string path) => _whole.TryGetValue(path, out ParsedPage? whole) ? whole : null;

    /// <summary>The findings in included files, for each including page.</summary>
    public IEnumerable<Finding> Findings =>
        _whole.Values.SelectMany(page => page.Findings).Where(finding => finding.Span.Included is not null);

    /// <summary>Returns the existing files that a page includes, directly or indirectly, without duplicates.</summary>
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
