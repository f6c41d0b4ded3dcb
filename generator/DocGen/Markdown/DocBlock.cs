using DocGen.Generator.Model;

namespace DocGen.Generator.Markdown;

// A page as a flat run of the blocks that carry meaning, in reading order. Lists, quotes and tabs are opened up: what
// stands in them counts as if it stood on the page.

internal abstract class DocBlock(int start, int end)
{
    /// <summary>Where the block begins in the page.</summary>
    public int Start { get; } = start;

    /// <summary>Where the block ends in the page, exclusive.</summary>
    public int End { get; } = end;
}

internal sealed class HeadingBlock(int start, int end, int level, RichText text) : DocBlock(start, end)
{
    public int Level { get; } = level;

    public RichText Text { get; } = text;
}

internal sealed class ParagraphBlock(int start, int end, RichText text, bool inList) : DocBlock(start, end)
{
    public RichText Text { get; } = text;

    public bool InList { get; } = inList;
}

internal sealed class FenceBlock(int start, int end, string language, PageText content) : DocBlock(start, end)
{
    /// <summary>The first word of the info string, trimmed; empty where there is none.</summary>
    public string Language { get; } = language;

    public PageText Content { get; } = content;
}

/// <summary>The heading of a tab, <c># [HTTP](#tab/http)</c>, or the line of dashes that ends a group of them.</summary>
internal sealed class TabBlock(int start, int end, string? id) : DocBlock(start, end)
{
    /// <summary>What the heading links to behind <c>#tab/</c>; null for the end of a group.</summary>
    public string? Id { get; } = id;
}

/// <summary>An HTML comment that stands as a block of its own; the content is what is inside.</summary>
internal sealed class CommentBlock(int start, int end, PageText content) : DocBlock(start, end)
{
    public PageText Content { get; } = content;
}

internal sealed class TableBlock(int start, int end, IReadOnlyList<RichText> header, IReadOnlyList<IReadOnlyList<RichText>> rows)
    : DocBlock(start, end)
{
    public IReadOnlyList<RichText> Header { get; } = header;

    public IReadOnlyList<IReadOnlyList<RichText>> Rows { get; } = rows;
}

/// <summary>YAML front matter: only the plain <c>key: value</c> lines, with quotes removed.</summary>
internal sealed class FrontMatterBlock(int start, int end, IReadOnlyList<FrontMatterEntry> entries) : DocBlock(start, end)
{
    public IReadOnlyList<FrontMatterEntry> Entries { get; } = entries;

    /// <summary>The page says that it is about something else than how to call an operation.</summary>
    public bool IsAboutOther => this["doc_type"] is { } type && type.EndsWith("PageType", StringComparison.Ordinal) && type != "apiPageType";

    public string? this[string key] =>
        Entries.FirstOrDefault(e => e.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Value;
}

/// <summary>A line of front matter, with the place of its value.</summary>
internal sealed record FrontMatterEntry(string Key, string Value, int Start, int End);

/// <summary>Inline text: its words, its documentation form, and its links.</summary>
internal sealed class RichText(int start, int end, string plain, DocText? doc, IReadOnlyList<DocLink> links, DocText? translation = null, string? bookmark = null)
{
    public static readonly RichText Empty = new(0, 0, "", null, []);

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The words without markup, white space folded, trimmed.</summary>
    public string Plain { get; } = plain;

    public DocText? Doc { get; } = doc;

    /// <summary>What documentation shows: the translation of a text that stands beside its source, else the text.</summary>
    public DocText? Shown { get; } = translation ?? doc;

    /// <summary>The name of the bookmark that it begins with, or null: translated headings keep that of the source.</summary>
    public string? Bookmark { get; } = bookmark;

    public IReadOnlyList<DocLink> Links { get; } = links;

    /// <summary>The same text further behind, its links leading elsewhere.</summary>
    public RichText Moved(int offset, Func<string, string> target) =>
        new(Start + offset, End + offset, Plain, Doc,
            Links.Count == 0 ? [] : [.. Links.Select(link => new DocLink(link.Text, target(link.Target), link.Start + offset, link.End + offset))],
            Shown, Bookmark);
}

/// <summary>A link in a page's text.</summary>
internal sealed class DocLink(string text, string target, int start, int end)
{
    public string Text { get; } = text;

    public string Target { get; } = target;

    public int Start { get; } = start;

    public int End { get; } = end;
}
