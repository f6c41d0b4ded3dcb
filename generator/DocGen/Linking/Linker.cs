using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DocGen.Generator.Linking;

/// <summary>
/// Links the pages of one doc set. Linear in what the pages say; the order of the pages does not matter, for they are taken
/// in the ordinal order of their paths.
/// </summary>
internal sealed class Linker
{
    private readonly ApiSettings _settings;
    private readonly PageModel[] _pages;
    private readonly List<LinkFinding> _findings = [];

    private Linker(ApiSettings settings, IEnumerable<PageModel> pages, CancellationToken cancellation)
    {
        _settings = settings;
        Cancellation = cancellation;
        PageModel[] sorted = [.. pages];
        Ordinal.Sort(sorted, p => p.Path);
        _pages = Vocabulary.Settle(this, sorted);
    }

    /// <summary>Looked at between groups of operations and between types.</summary>
    public CancellationToken Cancellation { get; }

    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LinkedApi Link(ApiSettings settings, string? serviceRoot, IEnumerable<PageModel> pages, CancellationToken cancellation = default) =>
        new Linker(settings, pages, cancellation).Link(serviceRoot);

    public void Report(DiagnosticDescriptor rule, string page, string anchor, params string[] arguments) =>
        _findings.Add(Finding(rule, page, anchor, arguments));

    public void Report(IEnumerable<LinkFinding> findings) => _findings.AddRange(findings);

    public static LinkFinding Finding(DiagnosticDescriptor rule, string page, string anchor, params string[] arguments) =>
        new(rule.Id, page, anchor, arguments.Select(FindingSink.Shown).ToEquatableArray());

    private LinkedApi Link(string? serviceRoot)
    {
        var files = new FileSet(_settings);
        var types = new TypeTable(this, files, _settings, _pages);
        var operations = new OperationLinker(this, types, files, _pages, _settings.ClientName);
        operations.Link();
        types.Finish();
        string? root = (serviceRoot ?? MostUsedRoot())?.TrimEnd('/');
        ReportOtherRoots(root);
        ApiClientModel? client = operations.Groups.Count == 0
            ? null
            : new ApiClientModel(_settings, root, operations.Groups.ToEquatableArray());
        return new LinkedApi(client, files.ByPage(), _findings.Distinct().ToEquatableArray(), types.Facts);
    }

    /// <summary>The root that most pages call; of two that as many call, a numbered version goes before any other.</summary>
    private string? MostUsedRoot()
    {
        var spellings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PageModel page in _pages)
        {
            foreach (string root in page.ServiceRoots)
                spellings[root] = spellings.TryGetValue(root, out int count) ? count + 1 : 1;
        }

        return spellings.GroupBy(spelling => spelling.Key, StringComparer.OrdinalIgnoreCase)
            .Select(same => (Spelling: same.Select(s => s.Key).OrderBy(s => s, StringComparer.Ordinal).First(), Count: same.Sum(s => s.Value)))
            .Where(use => IsServiceRoot(use.Spelling))
            .OrderByDescending(use => use.Count)
            .ThenByDescending(use => IsNumbered(use.Spelling))
            .ThenBy(use => use.Spelling, StringComparer.Ordinal)
            .Select(use => use.Spelling)
            .FirstOrDefault();
    }

    /// <summary>What the runtime accepts: https, or http on loopback; nothing behind the path, and no placeholder in it.</summary>
    public static bool IsServiceRoot(string root) =>
        Uri.TryCreate(root, UriKind.Absolute, out Uri? uri) && root.IndexOfAny(['{', '<', '"']) < 0
        && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback)) && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0;

    private static bool IsNumbered(string root) => root.Length > 0 && char.IsDigit(root[root.Length - 1]);

    private void ReportOtherRoots(string? root)
    {
        foreach (PageModel page in _pages)
        {
            foreach (string other in page.ServiceRoots)
            {
                if (!other.Equals(root, StringComparison.OrdinalIgnoreCase))
                    Report(Rules.OtherServiceRoot, page.Path, AnchorKeys.Root(other), other, root ?? "");
            }
        }
    }
}
