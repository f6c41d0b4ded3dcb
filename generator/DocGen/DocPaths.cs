using System.Collections.Immutable;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator;

/// <summary>Where a page stands in its set, and what it links to there.</summary>
internal sealed record PageLinks(string Set, string Path, EquatableArray<string> LinkedPages);

/// <summary>The paths of all pages and those that others link to, by set. Two are equal that hold the same, in whatever order.</summary>
internal sealed class DocPaths : IEquatable<DocPaths>
{
    private readonly Dictionary<string, (HashSet<string> All, HashSet<string> Linked)> _sets = new(StringComparer.Ordinal);

    public DocPaths(ImmutableArray<PageLinks> pages)
    {
        foreach (PageLinks page in pages)
        {
            if (!_sets.TryGetValue(page.Set, out var set))
                _sets.Add(page.Set, set = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.OrdinalIgnoreCase)));
            set.All.Add(page.Path);
        }

        foreach (PageLinks page in pages)
        {
            (HashSet<string> all, HashSet<string> linked) = _sets[page.Set];
            foreach (string target in page.LinkedPages)
            {
                if (all.Contains(target) && !target.Equals(page.Path, StringComparison.OrdinalIgnoreCase))
                    linked.Add(target);
            }
        }
    }

    /// <summary>The page with a finding for each of its links that leads to no other page, and one where no link leads to it.</summary>
    public Page Check(Page page)
    {
        (HashSet<string> all, HashSet<string> linked) = _sets[page.Set.Key];
        PageModel model = page.Parsed.Model;
        List<LinkFinding> findings =
        [
            .. model.LinkedPages.Where(target => !all.Contains(target)).Select(target => new LinkFinding(
                Rules.MissingPage.Id, model.Path, AnchorKeys.Link(target), EquatableArray.Of(FindingSink.Shown(target)))),
        ];
        // A set whose pages link to none of each other is a heap, and none of them is lost in it.
        if (linked.Count > 0 && !linked.Contains(model.Path) && !IsEntry(model.Path))
            findings.Add(new LinkFinding(Rules.OrphanedPage.Id, model.Path, "", default));
        return findings.Count == 0 ? page : page with { Parsed = page.Parsed.With(findings) };
    }

    public bool Equals(DocPaths? other) =>
        other is not null && _sets.Count == other._sets.Count
        && _sets.All(set => other._sets.TryGetValue(set.Key, out var same) && set.Value.All.SetEquals(same.All) && set.Value.Linked.SetEquals(same.Linked));

    public override bool Equals(object? obj) => Equals(obj as DocPaths);

    public override int GetHashCode() => _sets.Values.Sum(set => set.All.Count);

    private static bool IsEntry(string path) =>
        System.IO.Path.GetFileNameWithoutExtension(path).ToLowerInvariant() is "index" or "readme" or "toc";
}
