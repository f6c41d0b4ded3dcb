using System.Text;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reports problems that don't affect the client, in the title, headings, tabs, references and bookmarks of a page.
/// </summary>
internal sealed class PageChecks
{
    /// <summary>The known headings, in the order in which pages have them.</summary>
    private static readonly string[] Headings =
    [
        "Permissions", "Prerequisites", "HTTP request", "Path parameters", "Function parameters", "Query parameters",
        "Optional query parameters",
        "Request headers", "Optional request headers", "Request body", "Response", "Response headers", "Error response",
        "Examples", "Example",
        "Methods", "Properties", "Relationships", "JSON representation",
    ];

    private readonly PageContent _content;
    private readonly string _text;
    private readonly Section[] _sections;

    private PageChecks(PageContent content, string text)
    {
        _content = content;
        _text = text;
        _sections = [.. content.Outline.OwnSections];
    }

    private FindingSink Sink => _content.Sink;

    /// <param name="content">The page.</param>
    /// <param name="text">Its text.</param>
    /// <param name="definesSomething">
    /// Whether the page defines an operation or a resource. A page that doesn't may be text that other pages include.
    /// </param>
    /// <returns>The bookmarks that links may point to.</returns>
    public static IReadOnlyCollection<string> Report(PageContent content, string text, bool definesSomething)
    {
        var checks = new PageChecks(content, text);
        if (definesSomething)
            checks.ReportHead();
        checks.ReportHeadings();
        checks.ReportTabs();
        checks.ReportFences();
        checks.ReportOpenFences();
        checks.ReportReferences();
        HashSet<string> bookmarks = checks.Bookmarks();
        checks.ReportBookmarks(bookmarks);
        return bookmarks;
    }

    private void ReportHead()
    {
        if (!Array.Exists(_sections, section => section.Level == 1))
            Sink.Report(Rules.NoTitle, 0, 0);
        if (_content.Outline.FrontMatter is null)
            Sink.Report(Rules.NoFrontMatter, 0, 0);
    }

    private void ReportHeadings()
    {
        int last = -1;
        foreach (Section section in _sections)
        {
            RichText heading = section.Heading!.Text;
            string title = section.Title;
            int place = Array.FindIndex(Headings, h => h.Equals(title, StringComparison.OrdinalIgnoreCase));
            if (place < 0)
            {
                ReportSlip(section, heading);
                continue;
            }

            if (Headings[place] != title)
                Sink.Report(Rules.HeadingCase, heading.Start, heading.End, title, Headings[place]);
            if (section.Level == 2 && place < last)
                Sink.Report(Rules.HeadingOrder, heading.Start, heading.End, title, Headings[last]);
            last = section.Level == 2 ? Math.Max(last, place) : last;
        }
    }

    /// <summary>Reports an unknown heading that is similar to a known one.</summary>
    private void ReportSlip(Section section, RichText heading)
    {
        string title = section.Title;
        if (section.Kind != SectionKind.Other || section.Level == 1
            || title.Length <= Thresholds.HeadingLettersASlip * Thresholds.Slips)
            return;
        if (Headings.FirstOrDefault(
            known => char.ToUpperInvariant(title[0]) == known[0] && Suggestion.IsNear(title, known, Thresholds.Slips))
            is { } meant)
            Sink.Report(Rules.MisspeltHeading, heading.Start, heading.End, title, $"; did you mean '{meant}'?");
    }

    /// <summary>
    /// Reports groups of tabs without the line of dashes that ends a group. If the group already has a tab with the
    /// same id, the tab begins another group, so the line before it is missing.
    /// </summary>
    private void ReportTabs()
    {
        TabBlock? first = null;
        var group = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (TabBlock tab in _content.Outline.Tabs)
        {
            if (first is not null && tab.Id is { } id && group.Contains(id))
                Sink.Report(Rules.OpenTabs, first.Start, first.End);
            if (tab.Id is null || group.Contains(tab.Id))
            {
                first = null;
                group.Clear();
            }

            if (tab.Id is null)
                continue;
            first ??= tab;
            group.Add(tab.Id);
        }

        if (first is not null)
            Sink.Report(Rules.OpenTabs, first.Start, first.End);
    }

    /// <summary>Reports the first HTTP or JSON fence on the page that has no annotation.</summary>
    private void ReportFences()
    {
        if (_content.Outline.Fences.FirstOrDefault(f => f.Annotation is null
            && LanguageOf(f) is "http" or "json") is { } fence)
            Sink.Report(Rules.FenceWithoutAnnotation, fence.Start, Math.Min(fence.End, fence.MarkEnd),
                LanguageOf(fence));
    }

    /// <summary>Reports blocks of code that contain a part of the page.</summary>
    private void ReportOpenFences()
    {
        foreach (Fence fence in _content.Outline.Fences)
        {
            if (OpenFences.SwallowedLine(fence) is { } line)
                Sink.Report(Rules.OpenFence, fence.Start, Math.Min(fence.End, fence.MarkEnd), line, fence.Mark);
        }
    }

    private static string LanguageOf(Fence fence) => fence.Language.ToLowerInvariant();

    /// <summary>
    /// Reports <c>[words][reference]</c>. Markdown leaves this as text if the reference is undefined.
    /// </summary>
    private void ReportReferences()
    {
        foreach (RichText text in _content.Outline.Texts)
        {
            if (text.Plain.IndexOf("][", StringComparison.Ordinal) <= 0)
                continue;
            int from = text.Start;
            int missed = 0;
            // Brackets in code are not references.
            foreach (DocInline run in text.Doc!.Inlines.Where(
                r => r.Kind == DocInlineKind.Text && r.Text.IndexOf("][", StringComparison.Ordinal) > 0))
            {
                if (missed < Limits.MissedReferences && !ReportReference(run.Text, text, ref from))
                    missed++;
            }
        }
    }

    /// <param name="words">A run of text between two links, emphases or code spans.</param>
    /// <param name="text">The text that contains the run.</param>
    /// <param name="from">The offset on the page after the previous reference; the call moves it past this one.</param>
    /// <returns>Whether the reference was found in the source of the page. True if the run has no reference.</returns>
    private bool ReportReference(string words, RichText text, ref int from)
    {
        int middle = words.IndexOf("][", StringComparison.Ordinal);
        int open = words.LastIndexOf('[', middle - 1);
        int close = words.IndexOf(']', middle + 2);
        if (open < 0 || close < 0)
            return true;
        string reference = words.Substring(middle + 2, close - middle - 2);
        string written = words.Substring(open, close - open + 1);
        int at = _text.IndexOf(written, from, Math.Max(0, Math.Min(text.End, _text.Length) - from),
            StringComparison.Ordinal);
        int start = at < 0 ? text.Start : at;
        Sink.Report(Rules.UndefinedReference, start, at < 0 ? text.End : at + written.Length,
            reference.Length > 0 ? reference : words.Substring(open + 1, middle - open - 1));
        from = at < 0 ? from : at + written.Length;
        return at >= 0;
    }

    private void ReportBookmarks(HashSet<string> bookmarks)
    {
        int missing = 0;
        foreach (DocLink link in _content.Outline.Links.Where(l => l.Target.Length > 1 && l.Target[0] == '#'))
        {
            string name = Uri.UnescapeDataString(link.Target.Substring(1));
            if (!bookmarks.Contains(name))
                Sink.Report(Rules.MissingBookmark, link.Start, link.End, link.Target, ++missing <= Limits.Suggestions
                    ? Suggestion.For(name, bookmarks) : "", "this page");
        }
    }

    /// <summary>
    /// Returns the bookmarks that renderers make from headings. They are in lower case, have dashes for spaces and no
    /// other punctuation, and end in a number if the bookmark exists already. The names and ids of HTML elements are
    /// bookmarks too.
    /// </summary>
    private HashSet<string> Bookmarks()
    {
        var bookmarks = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Section section in _sections)
        {
            string slug = Slug(section.Title);
            uses.TryGetValue(slug, out int used);
            uses[slug] = used + 1;
            bookmarks.Add(used == 0
                ? slug
                : slug + "-" + used.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        foreach (string attribute in (string[])["name=\"", "id=\""])
        {
            for (int at = _text.IndexOf(attribute, StringComparison.Ordinal); at
                >= 0; at = _text.IndexOf(attribute, at, StringComparison.Ordinal))
            {
                at += attribute.Length;
                int end = _text.IndexOf('"', at, Math.Min(Limits.ElementName, _text.Length - at));
                if (end > at)
                    bookmarks.Add(_text.Substring(at, end - at));
            }
        }

        return bookmarks;
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (char c in title)
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
                slug.Append(char.ToLowerInvariant(c));
            else if (c == ' ')
                slug.Append('-');
        }

        return StringPool.Get(slug.ToString());
    }
}
