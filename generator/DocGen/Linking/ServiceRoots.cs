using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The service root of a doc set, and the findings about pages with another root.</summary>
internal sealed record ServiceRoots(string? Root, IReadOnlyList<LinkFinding> Findings)
{
    /// <param name="calling">The root that the project sets, or null, and the pages with service roots, sorted by
    /// path.</param>
    public static ServiceRoots Of((string? Configured, EquatableArray<PageModel> Pages) calling)
    {
        string? documented = Stated(calling.Pages) ?? MostUsed(calling.Pages);
        string? used = calling.Configured ?? documented;
        // A documented root with a placeholder or without TLS is an example, so the user has to set the real root.
        string? root = calling.Configured is null && (used?.IndexOf('{') >= 0 || IsExample(used ?? ""))
            ? null
            : used?.TrimEnd('/');
        return new ServiceRoots(root,
        [
            .. from page in calling.Pages
               from other in page.ServiceRoots
               where !other.Equals(root ?? used, StringComparison.OrdinalIgnoreCase)
               select LinkFindings.Of(Rules.OtherServiceRoot, page.Path, AnchorKeys.Root(other), other,
                   root ?? used ?? ""),
            .. calling.Pages.SelectMany(page => OtherHosts(page, documented ?? "")),
            .. calling.Configured is null ? RootGuess.Of(calling.Pages, root) : [],
        ]);
    }

    /// <summary>
    /// Returns the root from the text of the docs, else the root that most pages use in URLs; null if the runtime does
    /// not accept this root.
    /// </summary>
    public static string? Documented(PageModel[] pages) =>
        (Stated(pages) ?? MostUsed(pages)) is { } root && IsServiceRoot(root) ? root.TrimEnd('/') : null;

    /// <summary>
    /// Returns the root that the text of most plain pages names. Annotated docs have the root in their URLs. The URL of
    /// a test system is the root only if the text names no other URL.
    /// </summary>
    private static string? Stated(IReadOnlyList<PageModel> pages) =>
        !pages.Any(page => page.IsPlain && !page.Operations.IsEmpty) ? null
        : pages.SelectMany(page => page.StatedRoots
                .Where(stated => !stated.IsTemplate && IsServiceRoot(stated.Address))
                .OrderBy(stated => stated.IsTest).Take(1))
            .GroupBy(root => root.Address, StringComparer.OrdinalIgnoreCase)
            .OrderBy(same => same.All(root => root.IsTest))
            .ThenByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Select(root => root.Address).OrderBy(root => root, StringComparer.Ordinal).First())
            .FirstOrDefault();

    /// <summary>Returns a finding for each host in a page's operations that the client does not call.</summary>
    private static IEnumerable<LinkFinding> OtherHosts(PageModel page, string used) =>
        page.Operations.Where(o => !o.IsMention).SelectMany(o => o.Urls).Select(url => url.Root).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(other => page.IsPlain
                ? !used.Equals(other, StringComparison.OrdinalIgnoreCase)
                : !HostOf(other).Equals(HostOf(used), StringComparison.OrdinalIgnoreCase))
            .Select(other => LinkFindings.Of(Rules.OtherHost, page.Path, AnchorKeys.Root(other), other, used));

    private static string HostOf(string root) => Uri.TryCreate(root, UriKind.Absolute, out Uri? uri) ? uri.Host : root;

    /// <summary>
    /// Whether the runtime accepts the root: https, or http on loopback, without query, fragment, user info or
    /// placeholder.
    /// </summary>
    public static bool IsServiceRoot(string root) =>
        Uri.TryCreate(root, UriKind.Absolute, out Uri? uri) && root.IndexOfAny(['{', '<', '"']) < 0
        && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))
        && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0;

    /// <summary>
    /// Returns the root that most pages use. If several are used equally often, a root that ends in a version number is
    /// preferred.
    /// </summary>
    private static string? MostUsed(IReadOnlyList<PageModel> pages)
    {
        bool isPlain = pages.Any(page => page.IsPlain && !page.Operations.IsEmpty);
        var spellings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PageModel page in pages)
        {
            foreach (string root in page.ServiceRoots)
                spellings[root] = spellings.TryGetValue(root, out int count) ? count + 1 : 1;
        }

        return spellings.GroupBy(spelling => spelling.Key, StringComparer.OrdinalIgnoreCase)
            .Select(same => (Spelling: same.Select(s => s.Key).OrderBy(s => s, StringComparer.Ordinal).First(),
                Count: same.Sum(s => s.Value)))
            .Where(use => IsServiceRoot(use.Spelling) || IsTemplate(use.Spelling)
                || (isPlain && IsExample(use.Spelling)))
            .OrderByDescending(use => use.Count)
            .ThenByDescending(use => IsNumbered(use.Spelling))
            .ThenBy(use => use.Spelling, StringComparer.Ordinal)
            .Select(use => use.Spelling)
            .FirstOrDefault();
    }

    /// <summary>
    /// Whether a root from a plain page's example has a placeholder in its path:
    /// <c>https://example.com/{account-id}</c>.
    /// </summary>
    private static bool IsTemplate(string root) =>
        root.IndexOf("/{", StringComparison.Ordinal) > "https://".Length
            && IsServiceRoot(root.Substring(0, root.IndexOf("/{", StringComparison.Ordinal)));

    /// <summary>Whether a root from a plain page's example has no TLS: <c>http://example.com/api/v3</c>.</summary>
    private static bool IsExample(string root) =>
        Uri.TryCreate(root, UriKind.Absolute, out Uri? uri) && uri.Scheme == "http" && !uri.IsLoopback;

    private static bool IsNumbered(string root) => root.Length > 0 && char.IsDigit(root[root.Length - 1]);
}
