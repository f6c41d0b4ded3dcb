using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reports text of plain docs that is nearly a request, but is not read as one: <c>GTE /boats</c>, <c>get /boats</c> or
/// <c>GET boats/1</c>. Only a whole line or a whole span of code counts, so that sentences do not.
/// </summary>
internal sealed class RequestSlips
{
    private static readonly char[] Marks = ['*', '_', '`', ' ', '\t', '\r', '|', ':', '#'];

    /// <summary>Words before a path that are labels, not methods.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
        { "URL", "URI", "URLS", "PATH", "ROUTE", "ENDPOINT", "SEE", "NOTE", "USE", "BASE", "API", "HTTP", "HTTPS" };

    /// <summary>The first parts of media types, which also contain a slash: <c>POST application/json</c>.</summary>
    private static readonly HashSet<string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
        { "application", "text", "image", "audio", "video", "multipart", "font", "message", "model", "HTTP" };

    /// <summary>Languages of code blocks that may show a request without a command around it.</summary>
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
        { "", "http", "text", "txt", "plaintext" };

    private readonly PageContent _content;
    private readonly string _page;
    private readonly ILookup<string, PlainRequest> _requests;
    private readonly HashSet<string> _words;

    private RequestSlips(PageContent content, string page)
    {
        _content = content;
        _page = page;
        IReadOnlyList<PlainRequest> requests = content.Outline.Requests ?? [];
        _requests = requests.ToLookup(request => request.Method + " " + request.End);
        _words = [.. requests.SelectMany(r => r.Url.Segments).Select(s => s.Literal).OfType<string>()];
    }

    /// <param name="content">A page of plain docs, with or without requests.</param>
    /// <param name="page">Its text.</param>
    public static void Report(PageContent content, string page)
    {
        var slips = new RequestSlips(content, page);
        foreach (Section section in content.Outline.Sections.Where(section => !section.IsIncluded))
        {
            if (section.Heading is { } heading)
                slips.ReadLines(heading.Start, heading.End);
            foreach (OutlineBlock block in PlainBlocks.Of(section))
            {
                if (block is Fence fence && Languages.Contains(fence.Language))
                    slips.ReadCode(fence);
                else if (block is Paragraph paragraph)
                    slips.ReadLines(paragraph.Start, paragraph.End);
                else if (block is Table table)
                    slips.ReadTable(table);
            }
        }
    }

    private void ReadLines(int start, int end)
    {
        end = Math.Min(end, _page.Length);
        for (int line = start; line < end;)
        {
            int lineEnd = LineEnd(_page, line, end);
            ReadLine(line, lineEnd);
            line = lineEnd + 1;
        }
    }

    /// <summary>Checks each span of code in a line, or the whole line if it has none.</summary>
    private void ReadLine(int start, int end)
    {
        int open = start < end ? _page.IndexOf('`', start, end - start) : -1;
        if (open < 0)
        {
            Check(RequestFinder.SkipMarks(_page, start, end), end);
            return;
        }

        while (open >= 0)
        {
            int close = open + 1 < end ? _page.IndexOf('`', open + 1, end - open - 1) : -1;
            if (close < 0)
                return;
            Check(open + 1, close);
            open = close + 1 < end ? _page.IndexOf('`', close + 1, end - close - 1) : -1;
        }
    }

    /// <summary>Checks each cell, and two cells next to each other: a method and a path.</summary>
    private void ReadTable(Table table)
    {
        foreach (IReadOnlyList<RichText> row in table.Rows.Take(Limits.RequestRows))
        {
            foreach (RichText cell in row)
                ReadLines(cell.Start, cell.End);
            for (int i = 0; i + 1 < row.Count; i++)
            {
                if (IsCapitals(row[i].Plain) && row[i + 1].Plain.StartsWith("/", StringComparison.Ordinal))
                    Check(row[i].Plain + " " + row[i + 1].Plain, row[i].Start, row[i].End);
            }
        }
    }

    /// <summary>Checks the first line of a code block; the lines below it are its headers and its body.</summary>
    private void ReadCode(Fence fence)
    {
        string text = fence.Content.Text;
        int start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        int end = LineEnd(text, start, text.Length);
        if (end > start)
            Check(text.Substring(start, end - start), fence.Content.ToPage(start),
                Math.Min(fence.Content.ToPage(start) + end - start, _page.Length));
    }

    private void Check(int start, int end)
    {
        if (end - start is > 0 and < Thresholds.SafeUrl)
            Check(_page.Substring(start, end - start), start, end);
    }

    private void Check(string text, int start, int end)
    {
        text = text.Replace("**", "").Trim(Marks);
        int space = text.IndexOfAny([' ', '\t']);
        if (space is < Thresholds.ShortestMethod or > Thresholds.LongestMethod)
            return;
        string word = text.Substring(0, space);
        string url = text.Substring(space).Trim(Marks);
        int version = url.LastIndexOf(" HTTP/", StringComparison.OrdinalIgnoreCase);
        url = (version > 0 ? url.Substring(0, version) : url).TrimEnd('.', ',', ';', ':');
        if (!word.All(c => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z') || url.Any(char.IsWhiteSpace))
            return;
        bool isPath = IsPath(url);
        string? path = isPath ? url : HttpMessageReader.Methods.Contains(word) ? Completed(url) : null;
        if (path is null || (isPath && HttpMessageReader.Methods.Contains(word)))
            return;
        if (MethodOf(word) is { } method)
            ReportSlip(word + " " + url, method, path, start, end);
        else if (IsCapitals(word) && !Labels.Contains(word) && _requests.Count > 0 && url[0] == '/')
            _content.Sink.Report(Rules.UnknownMethod, start, Math.Min(end, start + word.Length), word, "");
    }

    private void ReportSlip(string written, string method, string path, int start, int end)
    {
        // The page may show the same request correctly too, such as in a command.
        if (PlainUrlReader.Read(path) is not { } url
            || _requests[method + " " + Routes.End(url)].Take(Limits.AlikeTemplates)
                .Any(request => request.Shape.EndsWith(url.Shape, StringComparison.Ordinal)))
            return;
        _content.Sink.Report(Rules.NearlyRequest, start, end, written, method + " " + path);
    }

    /// <summary>
    /// The method that a word means: one in small letters, or a word in capitals with a slip of the pen; else null.
    /// </summary>
    private static string? MethodOf(string word)
    {
        string upper = word.ToUpperInvariant();
        return HttpMessageReader.Methods.Contains(upper) ? upper
            : IsCapitals(word) ? Suggestion.Nearest(word, HttpMessageReader.Methods) : null;
    }

    private static bool IsCapitals(string word) =>
        word.Length is >= Thresholds.ShortestMethod and <= Thresholds.LongestMethod
        && word.All(c => c is >= 'A' and <= 'Z');

    /// <summary>Whether a text is an absolute URL, or begins with a slash and the name of a segment.</summary>
    private static bool IsPath(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || (url.Length > 1 && url[0] == '/' && (char.IsLetterOrDigit(url[1]) || url[1] is '{' or '<' or ':' or '$'));

    /// <summary>
    /// Returns a path with the slash that it lacks, or a host with its scheme; null if the text is no path. A single
    /// word counts only if a URL on the page has it.
    /// </summary>
    private string? Completed(string url)
    {
        if (url.Length == 0 || !(char.IsLetter(url[0]) || url[0] is '{' or '<' or ':')
            || !url.All(c => char.IsLetterOrDigit(c) || "_-.~/{}<>:?=&%$,()'".IndexOf(c) >= 0))
            return null;
        string[] segments = url.Split('/');
        string first = segments[0];
        if (MediaTypes.Contains(first) || HttpMessageReader.Methods.Contains(first))
            return null;
        if (segments.Length == 1 && !_words.Contains(first))
            return null;
        return first.IndexOf('.') > 0 && segments.Length > 1 ? "https://" + url : "/" + url;
    }

    private static int LineEnd(string text, int start, int end)
    {
        int found = start < end ? text.IndexOf('\n', start, end - start) : -1;
        return found < 0 ? end : found;
    }
}
