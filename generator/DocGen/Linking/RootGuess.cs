using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>Reports a service root that plain docs with relative URLs do not state clearly.</summary>
internal static class RootGuess
{
    /// <param name="pages">The pages of the set, sorted by path.</param>
    /// <param name="root">The root of the client, or null.</param>
    public static IEnumerable<LinkFinding> Of(EquatableArray<PageModel> pages, string? root)
    {
        if (FirstRelative(pages) is not { } relative)
            return [];
        StatedAddress[] stated = [.. pages.SelectMany(page => page.StatedRoots)];
        if (stated.Any(one => !one.IsTemplate && ServiceRoots.IsServiceRoot(one.Address)))
            return Contradictions(pages, root ?? "");
        bool isShown = stated.Length > 0 || pages.Any(page => !page.ServiceRoots.IsEmpty);
        return root is not null ? FromExamples(pages, root)
            : isShown ? []
            : [LinkFindings.Of(Rules.UnclearRoot, relative.Page, relative.Anchor,
                "No page says where the service is, so requests fail until the client's ServiceRoot is set")];
    }

    /// <summary>Returns the first operation with a relative URL.</summary>
    private static (string Page, string Anchor)? FirstRelative(EquatableArray<PageModel> pages)
    {
        foreach (PageModel page in pages.Where(page => page.IsPlain))
        {
            foreach (OperationDefinition operation in page.Operations.Where(o => !o.IsMention))
            {
                if (operation.Urls.FirstOrDefault(url => url.Root is null) is { } url)
                    return (page.Path, AnchorKeys.Call(operation.HttpMethod, url.Path));
            }
        }

        return null;
    }

    /// <summary>Reports each stated root that is not the client's. A system for tests contradicts nothing.</summary>
    private static IEnumerable<LinkFinding> Contradictions(EquatableArray<PageModel> pages, string root) =>
        from page in pages
        from stated in page.StatedRoots
        where !stated.IsTemplate && !stated.IsTest && ServiceRoots.IsServiceRoot(stated.Address)
            && !stated.Address.Equals(root, StringComparison.OrdinalIgnoreCase)
        select LinkFindings.Of(Rules.UnclearRoot, page.Path, AnchorKeys.StatedRoot(stated.Address),
            $"The docs also state another root than '{stated.Address}', and the client sends all requests to '{root}'");

    /// <summary>
    /// Reports a root that only examples show, if its host is that of a system for tests, or if no operation has it and
    /// the examples call other hosts too.
    /// </summary>
    private static IEnumerable<LinkFinding> FromExamples(EquatableArray<PageModel> pages, string root)
    {
        bool isTest = StatedRoot.IsTestHost(root);
        bool isOfOperation = pages.Any(page => page.Operations.Any(operation => operation.Urls.Any(
            url => root.Equals(url.Root, StringComparison.OrdinalIgnoreCase))));
        string? other = pages.SelectMany(page => page.ServiceRoots)
            .Where(one => !one.Equals(root, StringComparison.OrdinalIgnoreCase) && ServiceRoots.IsServiceRoot(one))
            .OrderBy(one => one, StringComparer.Ordinal).FirstOrDefault();
        PageModel? first = pages.FirstOrDefault(page =>
            page.ServiceRoots.Contains(root, StringComparer.OrdinalIgnoreCase));
        if (first is null || !(isTest || (other is not null && !isOfOperation)))
            return [];
        string reason = isTest
            ? $"Only an example has a host, so the client sends all requests to '{root}', which seems to be for tests"
            : $"Examples call '{root}' and '{other}', and the client sends all requests to the first";
        return [LinkFindings.Of(Rules.UnclearRoot, first.Path, AnchorKeys.Root(root), reason)];
    }
}
