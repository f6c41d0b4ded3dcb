using DocGen.Generator.Model;

namespace DocGen.Generator.Markdown;

/// <summary>Inline text: its words, its documentation form, and its links.</summary>
internal sealed class RichText(int start, int end, string plain, DocText? doc, IReadOnlyList<DocLink> links,
    DocText? translation = null, string? bookmark = null)
{
    public static readonly RichText Empty = new(0, 0, "", null, []);

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The words without markup, white space folded, trimmed.</summary>
    public string Plain { get; } = plain;

    public DocText? Doc { get; } = doc;

    /// <summary>What documentation shows: the translation of a text that stands beside its source, else the
    /// text.</summary>
    public DocText? Shown { get; } = translation ?? doc;

    /// <summary>The name of the bookmark that it begins with, or null: translated headings keep that of the
    /// source.</summary>
    public string? Bookmark { get; } = bookmark;

    public IReadOnlyList<DocLink> Links { get; } = links;

    /// <summary>The same text further behind, its links leading elsewhere.</summary>
    public RichText Moved(int offset, Func<string, string> target) =>
        new(Start + offset, End + offset, Plain, Doc,
            Links.Count == 0 ? [] : [
                .. Links.Select(link => new DocLink(link.Text, target(link.Target), link.Start + offset,
                    link.End + offset))],
            Shown, Bookmark);
}
