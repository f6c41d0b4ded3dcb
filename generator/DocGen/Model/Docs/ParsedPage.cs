namespace DocGen.Generator.Model;

// The content of one page, before names are resolved. The reading stage creates the model from the page's text alone.
// The model has no positions, so it stays equal if text only moves on the page. ParsedPage contains the positions.

/// <summary>A parsed page: its model, its findings, the positions of its named items, and its JSON examples.</summary>
/// <param name="Anchors">The positions of named items, in ordinal order of their keys.</param>
/// <param name="Suppressed">The ids of findings that the page's author has suppressed.</param>
/// <param name="Bookmarks">The fragment names (<c>#name</c>) that links can use; empty if the page includes files,
/// which may define more names.</param>
/// <param name="LinkedBookmarks">The fragments of other pages to which the page links.</param>
internal sealed record ParsedPage(
    PageModel Model,
    EquatableArray<Finding> Findings,
    EquatableArray<Anchor> Anchors,
    BlockCount Blocks = default,
    EquatableArray<Example> Examples = default,
    EquatableArray<string> Suppressed = default,
    EquatableArray<string> Bookmarks = default,
    EquatableArray<LinkedBookmark> LinkedBookmarks = default)
{
    /// <summary>Returns the page with findings about its named items, each at its position, in page order.</summary>
    public ParsedPage With(IEnumerable<LinkFinding> more) =>
        With(more.Select(f => new Finding(f.RuleId, PlaceOf(f.AnchorKey), f.Arguments)));

    /// <summary>Returns the page with more findings, in page order.</summary>
    public ParsedPage With(IEnumerable<Finding> more) => this with
    {
        Findings = Findings.Concat(more)
            .OrderBy(f => f.Span.Start).ThenBy(f => f.RuleId, StringComparer.Ordinal)
            .ThenBy(f => string.Join("\n", f.Arguments), StringComparer.Ordinal)
            .ToEquatableArray(),
    };

    /// <summary>Returns the position of a named item.</summary>
    public SourceSpan PlaceOf(string key)
    {
        int low = 0;
        for (int high = Anchors.Count - 1; low <= high;)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(Anchors[middle].Key, key);
            if (order == 0)
                return Anchors[middle].Span;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return default;
    }
}
