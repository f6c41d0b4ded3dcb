using DocGen.Generator.Model;

namespace DocGen.Generator.Markdown;

/// <summary>
/// The YAML front matter of a page. Contains only the top-level <c>key: value</c> lines, with quotes removed.
/// </summary>
internal sealed class FrontMatterBlock(int start, int end,
    IReadOnlyList<FrontMatterEntry> entries) : DocBlock(start, end)
{
    public IReadOnlyList<FrontMatterEntry> Entries { get; } = entries;

    /// <summary>Whether the page type in the front matter says that the page is not about an operation.</summary>
    public bool IsAboutOther =>
        this["doc_type"] is { } type && type.EndsWith("PageType", StringComparison.Ordinal) && type != "apiPageType";

    /// <summary>
    /// Whether the page explains a concept. The requests on such a page are examples of operations that other pages
    /// document.
    /// </summary>
    public bool IsConcept =>
        this["doc_type"] is { } type ? type.StartsWith("conceptual", StringComparison.OrdinalIgnoreCase)
        : this["ms.topic"]?.ToLowerInvariant() is "conceptual"
            or "concept-article" or "tutorial" or "quickstart" or "overview";

    /// <summary>Whether the front matter has keys of the tool that publishes docs in the annotated dialect.</summary>
    public bool IsOfPublishingTool =>
        Entries.Any(e => e.Key == "doc_type" || e.Key.StartsWith("ms.", StringComparison.Ordinal));

    public string? this[string key] =>
        Entries.FirstOrDefault(e => e.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Value;
}
