namespace DocGen.Generator.Model;

// What one page says, before any name is resolved. Reading makes it from the page's text alone; it holds no position,
// so that a page whose prose merely moved is equal to what it was. Positions travel beside it, in ParsedPage.

/// <summary>A page read: its model, what is wrong with it, where its named things stand, and the JSON that it
/// shows.</summary>
/// <param name="Anchors">In the ordinal order of their keys.</param>
/// <param name="Suppressed">The ids of findings that the page's author has accepted.</param>
/// <param name="Bookmarks">The places that links may lead to, where the page alone has them.</param>
/// <param name="LinkedBookmarks">The places on other pages that it links to.</param>
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
    /// <summary>The page with findings about its named things, each at its place, in the order of the page.</summary>
    public ParsedPage With(IEnumerable<LinkFinding> more) =>
        With(more.Select(f => new Finding(f.RuleId, PlaceOf(f.AnchorKey), f.Arguments)));

    /// <summary>The page with more findings, in the order of the page.</summary>
    public ParsedPage With(IEnumerable<Finding> more) => this with
    {
        Findings = Findings.Concat(more)
            .OrderBy(f => f.Span.Start).ThenBy(f => f.RuleId, StringComparer.Ordinal)
            .ThenBy(f => string.Join("\n", f.Arguments), StringComparer.Ordinal)
            .ToEquatableArray(),
    };

    /// <summary>Where a named thing stands.</summary>
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
