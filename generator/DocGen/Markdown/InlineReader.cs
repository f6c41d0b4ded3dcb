using System.Text;
using DocGen.Generator.Model;
using Markdig.Syntax.Inlines;

namespace DocGen.Generator.Markdown;

/// <summary>Converts inline Markdown to plain text, runs of documentation text, and links.</summary>
internal sealed class InlineReader
{
    // Readers are reused, because a page has hundreds of texts. Each thread reads one text at a time.
    [ThreadStatic]
    private static InlineReader? s_free;

    private readonly StringBuilder _plain = new();
    private readonly StringBuilder _words = new();
    private readonly List<DocInline> _runs = [];
    private readonly List<DocLink> _links = [];

    private bool _inCell;

    /// <summary>Whether the translation is read instead of the source.</summary>
    private bool _isTranslation;

    /// <summary>Whether the text has a translation.</summary>
    private bool _isTranslated;

    /// <summary>The name of the bookmark at the start of the text.</summary>
    private string? _bookmark;

    /// <param name="inCell">Whether the text is a table cell, in which a vertical bar is escaped even inside code
    /// (GFM, example 200).</param>
    public static RichText Read(ContainerInline? inline, int start, int end, bool inCell = false)
    {
        if (inline is null)
            return new RichText(start, end, "", null, []);
        if (inline.FirstChild is LiteralInline { NextSibling: null } words)
            return ReadWords(words, start, end);
        InlineReader reader = s_free ?? new InlineReader();
        s_free = null;
        reader._inCell = inCell;
        reader.Visit(inline, depth: 0);
        string plain = StringPool.Get(Fold(reader._plain.ToString()).Trim());
        DocText? doc = reader.ToDoc();
        DocLink[] links = [.. reader._links];
        var text = new RichText(start, end, plain, doc, links, reader._isTranslated ? reader.Translation(inline) : null,
            reader._bookmark);
        reader.Clear();
        reader._bookmark = null;
        reader._isTranslated = false;
        s_free = reader;
        return text;
    }

    private DocText? Translation(ContainerInline inline)
    {
        Clear();
        _isTranslation = true;
        Visit(inline, depth: 0);
        _isTranslation = false;
        return ToDoc();
    }

    private void Clear()
    {
        _plain.Clear();
        _runs.Clear();
        _links.Clear();
    }

    /// <summary>Reads a text without markup. Most table cells have no markup.</summary>
    private static RichText ReadWords(LiteralInline words, int start, int end)
    {
        string text = Fold(words.Content.ToString()).Trim();
        return new RichText(start, end, text,
            text.Length == 0 ? null : new DocText(EquatableArray.Of(new DocInline(DocInlineKind.Text, text))), []);
    }

    private void Visit(ContainerInline container, int depth) => Visit(container.FirstChild, end: null, depth);

    /// <param name="first">The first piece.</param>
    /// <param name="end">The piece after the last one, or null.</param>
    /// <param name="depth">The nesting depth of the pieces.</param>
    private void Visit(Inline? first, Inline? end, int depth)
    {
        if (depth > Limits.InlineDepth)
            return;
        for (Inline? inline = first; inline is not null && inline != end; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case HtmlInline { Tag: var tag } translation
                    when IsSpan(tag) && EndOfSpan(translation) is { NextSibling: HtmlInline source } close
                        && IsSource(source.Tag):
                    if (EndOfSpan(source) is not { } last)
                        break;
                    _isTranslated = true;
                    if (_isTranslation)
                        Visit(inline.NextSibling, close, depth + 1);
                    else
                        Visit(source.NextSibling, last, depth + 1);
                    inline = last;
                    break;
                case LiteralInline literal:
                    _plain.Append(literal.Content.Text, literal.Content.Start, literal.Content.Length);
                    _words.Append(literal.Content.Text, literal.Content.Start, literal.Content.Length);
                    break;
                case CodeInline code:
                    Add(_inCell ? code.Content.Replace("\\|", "|") : code.Content, DocInlineKind.Code);
                    break;
                case HtmlEntityInline entity:
                    Add(entity.Transcoded.ToString());
                    break;
                case LineBreakInline:
                    Add(" ");
                    break;
                case AutolinkInline auto:
                    Add(auto.Url, DocInlineKind.Link, auto.Url);
                    break;
                case HtmlInline html:
                    AddHtml(html.Tag);
                    break;
                case LinkInline { IsImage: false } link:
                    VisitLink(link, depth);
                    break;
                case DelimiterInline sign:
                    // The delimiter is text, such as a bar outside of a table or the bracket of an undefined reference.
                    Add(sign.ToLiteral());
                    Visit(sign, depth + 1);
                    break;
                case ContainerInline nested:
                    Visit(nested, depth + 1);
                    break;
            }
        }
    }

    private static bool IsSpan(string tag) => tag.StartsWith("<span", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a span is the source of a translation. Publishing tools write the source after the translation:
    /// <c>&lt;span&gt;Übersetzung&lt;/span&gt;&lt;span class="sxs-lookup"&gt;translation&lt;/span&gt;</c>. Types, names
    /// and sentences are read from the source. Emitted comments contain the translation.
    /// </summary>
    private static bool IsSource(string tag) => IsSpan(tag) && tag.IndexOf("sxs-lookup", StringComparison.Ordinal) > 0;

    /// <summary>Returns the tag that ends a span, or null.</summary>
    private static HtmlInline? EndOfSpan(HtmlInline span)
    {
        int depth = 0, pieces = 0;
        for (Inline? inline = span; inline is not null && pieces++ < Limits.TagPieces; inline = inline.NextSibling)
        {
            if (inline is not HtmlInline html)
                continue;
            if (IsSpan(html.Tag))
                depth++;
            else if (html.Tag.StartsWith("</span", StringComparison.OrdinalIgnoreCase) && --depth == 0)
                return html;
        }

        return null;
    }

    private void VisitLink(LinkInline link, int depth)
    {
        FlushWords();
        int plainStart = _plain.Length;
        int runStart = _runs.Count;
        Visit(link, depth + 1);
        FlushWords();
        string text = Fold(_plain.ToString(plainStart, _plain.Length - plainStart)).Trim();
        string target = link.Url ?? "";
        _links.Add(new DocLink(text, target, link.Span.Start, link.Span.End + 1));
        if (!IsWebUrl(target))
            return;
        _runs.RemoveRange(runStart, _runs.Count - runStart);
        _runs.Add(new DocInline(DocInlineKind.Link, text, target));
    }

    /// <summary>
    /// Adds an HTML tag. Tags for line breaks add a line break, and formatting tags are ignored. Any other tag is text,
    /// such as the placeholder <c>&lt;id&gt;</c>.
    /// </summary>
    private void AddHtml(string tag)
    {
        string name = tag.Trim('<', '>', '/', ' ');
        int space = name.IndexOfAny([' ', '/']);
        if (space >= 0)
            name = name.Substring(0, space);
        switch (name.ToLowerInvariant())
        {
            case "br" or "p":
                _plain.Append(' ');
                FlushWords();
                _runs.Add(new DocInline(DocInlineKind.Break, ""));
                break;
            case "a" when _plain.Length == 0:
                _bookmark ??= Attribute(tag, "name") ?? Attribute(tag, "id");
                break;
            case "b" or "i" or "em" or "strong"
                or "sup" or "sub" or "span" or "a" or "code" or "ul" or "ol" or "div" or "font"
                or "u" or "small" or "img" or "nobr" or "pre":
                break;
            case "li":
                Add(" ");
                break;
            default:
                if (!tag.StartsWith("<!", StringComparison.Ordinal))
                    Add(tag);
                break;
        }
    }

    private static string? Attribute(string tag, string name)
    {
        string attribute = " " + name + "=\"";
        int start = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        start += attribute.Length;
        int end = tag.IndexOf('"', start);
        return end > start ? tag.Substring(start, end - start) : null;
    }

    private void Add(string text, DocInlineKind kind = DocInlineKind.Text, string? target = null)
    {
        if (text.Length == 0)
            return;
        _plain.Append(text);
        if (kind == DocInlineKind.Text)
        {
            _words.Append(text);
            return;
        }

        FlushWords();
        _runs.Add(new DocInline(kind, text, target));
    }

    private void FlushWords()
    {
        if (_words.Length == 0)
            return;
        _runs.Add(new DocInline(DocInlineKind.Text, _words.ToString()));
        _words.Clear();
    }

    private DocText? ToDoc()
    {
        FlushWords();
        int first = _runs.FindIndex(run => !IsBlank(run));
        if (first < 0)
            return null;
        int last = _runs.FindLastIndex(run => !IsBlank(run));
        var runs = new List<DocInline>(last - first + 1);
        for (int i = first; i <= last; i++)
            runs.Add(_runs[i].Kind == DocInlineKind.Break ? _runs[i] : _runs[i] with { Text = Fold(_runs[i].Text) });
        if (runs[0].Kind == DocInlineKind.Text)
            runs[0] = runs[0] with { Text = runs[0].Text.TrimStart() };
        if (runs[runs.Count - 1].Kind == DocInlineKind.Text)
            runs[runs.Count - 1] = runs[runs.Count - 1] with { Text = runs[runs.Count - 1].Text.TrimEnd() };
        for (int i = 0; i < runs.Count; i++)
            runs[i] = runs[i] with { Text = StringPool.Get(runs[i].Text) };
        return new DocText(runs.ToEquatableArray());
    }

    private static bool IsBlank(DocInline run) => string.IsNullOrWhiteSpace(run.Text);

    private static bool IsWebUrl(string target) =>
        target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Replaces each run of white space, including no-break spaces, with a single space.</summary>
    private static string Fold(string text)
    {
        int first = FirstToFold(text);
        if (first == text.Length)
            return text;
        var folded = new StringBuilder(text.Length);
        folded.Append(text, 0, first);
        bool space = false;
        for (int i = first; i < text.Length; i++)
        {
            bool isSpace = IsSpace(text[i]);
            if (!isSpace)
                folded.Append(text[i]);
            else if (!space)
                folded.Append(' ');
            space = isSpace;
        }

        return folded.ToString();
    }

    /// <summary>
    /// Returns the offset of the first white space that is not a single space; the length of the text if there is none,
    /// which is the usual case.
    /// </summary>
    private static int FirstToFold(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool stays = c > ' ' && c < '\u0085' || (c == ' ' && (i + 1 == text.Length || !IsSpace(text[i + 1])));
            if (!stays && IsSpace(c))
                return i;
        }

        return text.Length;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u00A0' or '\u200B' or '\uFEFF';
}
