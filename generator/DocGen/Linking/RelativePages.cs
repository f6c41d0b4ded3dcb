using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Makes the paths of plain pages relative to one service root. One page may write <c>/tickets</c> and another
/// <c>https://api.example.com/v2/tickets</c>; these are equal only if the service root is
/// <c>https://api.example.com/v2</c>.
/// </summary>
internal static class RelativePages
{
    /// <returns>The pages in input order. An unchanged page is the same object.</returns>
    public static PageModel[] Of(PageModel[] pages, LinkCache cache)
    {
        if (!Array.Exists(pages, page => page.IsPlain && !page.Operations.IsEmpty)
            || ServiceRoots.Documented(pages) is not { } root)
            return pages;
        string[] path = Segments(Uri.TryCreate(root, UriKind.Absolute, out Uri? uri) ? uri.AbsolutePath : "");
        return path.Length == 0
            ? pages
            : [.. pages.Select(page => page.IsPlain ? cache.Relative.Get(page.Path, (page, root)) : page)];
    }

    /// <summary>
    /// Makes the page's absolute URLs relative to the root, and removes the root's path from paths that start with it.
    /// </summary>
    public static PageModel Of((PageModel Page, string Root) absolute)
    {
        (PageModel page, string root) = absolute;
        var uri = new Uri(root);
        string host = uri.GetLeftPart(UriPartial.Authority);
        string[] path = Segments(uri.AbsolutePath);
        UrlDefinition Relative(UrlDefinition url) =>
            (url.Root is null || url.Root.Equals(host, StringComparison.OrdinalIgnoreCase))
                && StartsWith(url.Path, path)
                ? url with
                {
                    Path = new UrlPath(url.Path.Segments.Skip(path.Length).ToEquatableArray(),
                    url.Path.EndsInSlash),
                    Root = url.Root is null ? null : root,
                    Words = url.Words.Skip(path.Length).ToEquatableArray()
                }
                : url;
        OperationDefinition[] operations = [
            .. page.Operations.Select(
                operation => operation.Urls.All(url => ReferenceEquals(Relative(url), url)) ? operation
            : operation with { Urls = operation.Urls.Select(Relative).ToEquatableArray() })];
        return operations.SequenceEqual(page.Operations) ? page : page with
        {
            Operations = operations.ToEquatableArray(),
            ServiceRoots = page.ServiceRoots
                .Select(one => one.Equals(host, StringComparison.OrdinalIgnoreCase) ? root : one).Distinct()
                .ToEquatableArray(),
        };
    }

    private static bool StartsWith(UrlPath path, string[] segments)
    {
        if (path.Segments.Count <= segments.Length)
            return false;
        for (int i = 0; i < segments.Length; i++)
        {
            if (path.Segments[i].Literal is not { } literal
                || !literal.Equals(segments[i], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    private static string[] Segments(string path) => path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
}
