using System.Collections.Immutable;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator;

/// <summary>Where a page stands in its set, and what it links to there.</summary>
internal sealed record PageLinks(string Set, string Path, EquatableArray<string> LinkedPages);

/// <summary>What is wrong with the links between the pages of each set. Two are equal that find the same.</summary>
internal sealed class DocPaths : IEquatable<DocPaths>
{
    private readonly Dictionary<(string Set, string Page), EquatableArray<LinkFinding>> _findings = [];

    public DocPaths(ImmutableArray<PageLinks> pages)
    {
        foreach (IGrouping<string, PageLinks> set in pages.GroupBy(page => page.Set, StringComparer.Ordinal))
        {
            var all = new HashSet<string>(set.Select(page => page.Path), StringComparer.OrdinalIgnoreCase);
            var linked = new HashSet<string>(
                set.SelectMany(page => page.LinkedPages.Where(target => all.Contains(target) && !target.Equals(page.Path, StringComparison.OrdinalIgnoreCase))),
                StringComparer.OrdinalIgnoreCase);
            foreach (PageLinks page in set)
            {
                EquatableArray<LinkFinding> findings = Check(page, all, linked).ToEquatableArray();
                if (!findings.IsEmpty)
                    _findings[(page.Set, page.Path)] = findings;
            }
        }
    }

    /// <summary>A finding for each link of a page that leads to no other page, and one where no link leads to it.</summary>
    public EquatableArray<LinkFinding> FindingsOn(Page page) =>
        _findings.TryGetValue((page.Set.Key, page.Parsed.Model.Path), out EquatableArray<LinkFinding> findings) ? findings : default;

    public bool Equals(DocPaths? other) =>
        other is not null && _findings.Count == other._findings.Count
        && _findings.All(page => other._findings.TryGetValue(page.Key, out EquatableArray<LinkFinding> same) && page.Value == same);

    public override bool Equals(object? obj) => Equals(obj as DocPaths);

    public override int GetHashCode() => _findings.Count;

    private static IEnumerable<LinkFinding> Check(PageLinks page, HashSet<string> all, HashSet<string> linked)
    {
        foreach (string target in page.LinkedPages)
        {
            if (!all.Contains(target))
                yield return new LinkFinding(Rules.MissingPage.Id, page.Path, AnchorKeys.Link(target), EquatableArray.Of(FindingSink.Shown(target)));
        }

        // A set whose pages link to none of each other is a heap, and none of them is lost in it.
        if (linked.Count > 0 && !linked.Contains(page.Path) && !IsEntry(page.Path))
            yield return new LinkFinding(Rules.OrphanedPage.Id, page.Path, "", default);
    }

    private static bool IsEntry(string path) =>
        System.IO.Path.GetFileNameWithoutExtension(path).ToLowerInvariant() is "index" or "readme" or "toc";
}
