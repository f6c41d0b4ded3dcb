using DocGen.Generator.Model;

namespace DocGen.Generator.Markdown;

/// <summary>Inline text: the plain text, the text for documentation, and the links.</summary>
internal sealed class RichText(int start, int end, string plain, DocText? doc, IReadOnlyList<DocLink> links,
    DocText? translation = null, string? bookmark = null)
{
    public static readonly RichText Empty = new(0, 0, "", null, []);

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The text without markup, trimmed, with each run of white space replaced by a space.</summary>
    public string Plain { get; } = plain;

    public DocText? Doc { get; } = doc;

    /// <summary>
    /// The text for documentation: the translation if the page contains a text and its translation, else the text.
    /// </summary>
    public DocText? Shown { get; } = translation ?? doc;

    /// <summary>
    /// The name of the bookmark at the start of the text, or null. Translated headings keep the bookmark of their
    /// source.
    /// </summary>
    public string? Bookmark { get; } = bookmark;

    public IReadOnlyList<DocLink> Links { get; } = links;

    /// <summary>Returns the same text at a later offset, with its link targets replaced.</summary>
    public RichText Moved(int offset, Func<string, string> target) =>
        new(Start + offset, End + offset, Plain, Doc,
            Links.Count == 0 ? [] : [
                .. Links.Select(link => new DocLink(link.Text, target(link.Target), link.Start + offset,
                    link.End + offset))],
            Shown, Bookmark);
}
