using System.Collections.Immutable;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Checks;

/// <summary>Checks the links between the pages of each set. Two checks are equal if their findings are equal.</summary>
internal sealed class LinkCheck : IEquatable<LinkCheck>
{
    private readonly Dictionary<(string Set, string FullPath), EquatableArray<LinkFinding>> _findings = [];

    public LinkCheck(ImmutableArray<PageLinks> pages)
    {
        foreach (IGrouping<string, PageLinks> set in pages.GroupBy(page => page.Set, StringComparer.Ordinal))
        {
            var all = new HashSet<string>(set.Select(page => page.Path), StringComparer.OrdinalIgnoreCase);
            var linked = new HashSet<string>(
                set.SelectMany(page => page.LinkedPages
                    .Where(target => all.Contains(target)
                        && !target.Equals(page.Path, StringComparison.OrdinalIgnoreCase))),
                StringComparer.OrdinalIgnoreCase);
            var bookmarks = new SetBookmarks(set);
            foreach (PageLinks page in set)
            {
                EquatableArray<LinkFinding> findings = Check(page, all, linked)
                    .Concat(MissingBookmarks(page, bookmarks)).ToEquatableArray();
                if (!findings.IsEmpty)
                    _findings[(page.Set, page.FullPath)] = findings;
            }
        }
    }

    /// <summary>
    /// Returns a finding for each broken link of a page, and a finding if no other page links to the page.
    /// </summary>
    public EquatableArray<LinkFinding> FindingsOn(string set, string fullPath) =>
        _findings.TryGetValue((set, fullPath), out EquatableArray<LinkFinding> findings) ? findings : default;

    public bool Equals(LinkCheck? other) =>
        other is not null && _findings.Count == other._findings.Count
        && _findings.All(page => other._findings.TryGetValue(page.Key, out EquatableArray<LinkFinding> same)
            && page.Value == same);

    public override bool Equals(object? obj) => Equals(obj as LinkCheck);

    public override int GetHashCode() => _findings.Count;

    private static IEnumerable<LinkFinding> Check(PageLinks page, HashSet<string> all, HashSet<string> linked)
    {
        foreach (string target in page.LinkedPages)
        {
            if (!all.Contains(target))
                yield return new LinkFinding(Rules.MissingPage.Id, page.Path, AnchorKeys.Link(target),
                    EquatableArray.Of(FindingSink.Shown(target)));
        }

        // If no page of a set links to another, no page is reported as orphaned.
        if (linked.Count > 0 && !linked.Contains(page.Path) && !IsEntry(page.Path))
            yield return new LinkFinding(Rules.OrphanedPage.Id, page.Path, "", default);
    }

    private static IEnumerable<LinkFinding> MissingBookmarks(PageLinks page, SetBookmarks bookmarks)
    {
        int missing = 0;
        foreach (LinkedBookmark target in page.LinkedBookmarks)
        {
            (string path, string name) = target;
            if (path.Equals(page.Path, StringComparison.OrdinalIgnoreCase)
                || bookmarks.Of(path) is not { Count: > 0 } known || known.Contains(name))
                continue;
            string suggestion = ++missing <= Limits.Suggestions ? Suggestion.For(name, known) : "";
            yield return new LinkFinding(
                Rules.MissingBookmark.Id, page.Path, AnchorKeys.Link(target.ToString()),
                EquatableArray.Of(FindingSink.Shown("#" + name), suggestion, "'" + FindingSink.Shown(path) + "'"));
        }
    }

    private static bool IsEntry(string path) =>
        System.IO.Path.GetFileNameWithoutExtension(path).ToLowerInvariant() is "index" or "readme" or "toc";

    /// <summary>Indexes the bookmarks of pages on demand, because few pages are link targets.</summary>
    private sealed class SetBookmarks(IEnumerable<PageLinks> pages)
    {
        private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.OrdinalIgnoreCase);
        private Dictionary<string, PageLinks>? _pages;

        public HashSet<string>? Of(string path)
        {
            if (_known.TryGetValue(path, out HashSet<string>? known))
                return known;
            if (!(_pages ??= ByPath()).TryGetValue(path, out PageLinks? page))
                return null;
            _known.Add(path, known = new HashSet<string>(page.Bookmarks, StringComparer.OrdinalIgnoreCase));
            return known;
        }

        /// <summary>
        /// Indexes the pages by path. If docs have the same path, the first is used, as in the client.
        /// </summary>
        private Dictionary<string, PageLinks> ByPath()
        {
            var byPath = new Dictionary<string, PageLinks>(StringComparer.OrdinalIgnoreCase);
            foreach (PageLinks page in pages.OrderBy(page => page.Path, StringComparer.Ordinal)
                .ThenBy(page => page.FullPath, StringComparer.Ordinal))
            {
                if (!byPath.ContainsKey(page.Path))
                    byPath.Add(page.Path, page);
            }

            return byPath;
        }
    }
}
