using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator;

/// <summary>
/// The pages of a set with what they include. A page is read by itself, and once more with the files that it includes where these bring
/// something: here and not in a step of its own, because Roslyn follows every way through the steps, which would be as many as the third
/// power of the pages.
/// </summary>
internal sealed class IncludedPages
{
    private static readonly Memo<PageModel, Whole> Known = new();

    private readonly Dictionary<string, PageModel> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ParsedPage> _whole = new(StringComparer.Ordinal);

    /// <param name="pages">In the order of their paths.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IncludedPages(IEnumerable<PageModel> pages, CancellationToken cancellation)
    {
        PageModel[] all = [.. pages.Where(page => page.Text is not null)];
        foreach (PageModel file in all.Where(page => page.IsPart))
        {
            // Of files whose paths differ in case alone, the first counts.
            if (!_files.ContainsKey(file.Path))
                _files.Add(file.Path, file);
        }

        if (_files.Count == 0)
            return;
        PageModel[][] including = [.. all.Select(page => (PageModel[])[page, .. FilesOf(page)]).Where(files => files.Length > 1)];
        if (including.Length == 0)
            return;
        foreach (ParsedPage whole in including.AsParallel().AsOrdered().WithCancellation(cancellation).Select(Read))
            _whole.Add(whole.Model.Path, whole);
    }

    /// <summary>The page with what it includes, or null for one that includes nothing.</summary>
    public ParsedPage? Of(string path) => _whole.TryGetValue(path, out ParsedPage? whole) ? whole : null;

    /// <summary>What was found in included files while pages were read, by file.</summary>
    public IEnumerable<Finding> Findings => _whole.Values.SelectMany(page => page.Findings).Where(finding => finding.Span.Included is not null);

    /// <summary>The files that a page includes, and that these include, for as far as they are there and bring something; in their order.</summary>
    private List<PageModel> FilesOf(PageModel page)
    {
        var found = new List<PageModel>();
        var open = new Stack<PageModel>([page]);
        while (open.Count > 0)
        {
            PageModel next = open.Pop();
            foreach (string target in next.Includes)
            {
                if (IncludeLink.Paths(next.Path, target).FirstOrDefault(_files.ContainsKey) is not { } path || found.Contains(_files[path]))
                    continue;
                found.Add(_files[path]);
                open.Push(_files[path]);
            }
        }

        return found;
    }

    /// <summary>The page read with its files, once for as long as all of them are what they were.</summary>
    private static ParsedPage Read(PageModel[] pageAndFiles)
    {
        PageModel page = pageAndFiles[0];
        if (Known.Of(page) is { } known && known.Files.SequenceEqual(pageAndFiles, ReferenceComparer.Instance))
            return known.Page;
        ParsedPage whole = PageReader.Read(page.Path, page.Text, [.. pageAndFiles.Skip(1).Select(file => new IncludedFile(file.Path, file.Text!))]);
        Known.Set(page, new Whole(pageAndFiles, whole));
        return whole;
    }

    private sealed record Whole(PageModel[] Files, ParsedPage Page);

    private sealed class ReferenceComparer : IEqualityComparer<PageModel>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(PageModel? x, PageModel? y) => ReferenceEquals(x, y);

        public int GetHashCode(PageModel page) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(page);
    }
}
