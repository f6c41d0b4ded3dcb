using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Finds the requests in plain docs: <c>GET /path</c> in a heading, a line, inline code, a table or a code block, a
/// <c>curl</c> command, or a method and a URL with labels.
/// </summary>
internal sealed class RequestFinder
{
    private static readonly HashSet<string> UrlLabels = new(StringComparer.OrdinalIgnoreCase)
        { "url", "uri", "endpoint", "path", "route", "resource url", "request url", "resource" };

    private static readonly HashSet<string> MethodLabels = new(StringComparer.OrdinalIgnoreCase)
        { "method", "http method", "verb", "http verb", "request method", "type" };

    private readonly string _page;
    private readonly List<PlainRequest> _found = [];
    private readonly HashSet<(Fence, string)> _lines = [];
    private Section _section = null!;

    // The labelled URL and method, if they are in separate lines. Each is kept until the other is found.
    private (string Text, int Start)? _url;
    private (string Text, int Start)? _method;

    private IReadOnlyDictionary<string, string>? _nouns;

    private readonly IReadOnlyDictionary<(string Before, string Value), string>? _keys;

    private RequestFinder(string page, IReadOnlyDictionary<(string Before, string Value), string>? keys)
    {
        _page = page;
        _keys = keys;
    }

    /// <summary>
    /// Finds the requests. Reads the URLs once more if the page's JSON shows that some of their words are sample keys.
    /// </summary>
    public static List<PlainRequest> Find(string page, IReadOnlyList<Section> sections)
    {
        List<PlainRequest> found = Find(page, sections, keys: null);
        return SampleKeys.In(sections, found) is { } keys ? Find(page, sections, keys) : found;
    }

    private static List<PlainRequest> Find(string page, IReadOnlyList<Section> sections,
        IReadOnlyDictionary<(string Before, string Value), string>? keys)
    {
        var finder = new RequestFinder(page, keys);
        foreach (Section section in sections)
        {
            if (!section.IsIncluded && finder._found.Count < Limits.Requests)
                finder.Read(section);
        }

        return finder._found;
    }

    private void Read(Section section)
    {
        _section = section;
        _nouns = null;
        _url = _method = null;
        if (section.Heading is { } heading)
            ReadHeading(heading.Start, heading.End);
        foreach (OutlineBlock block in PlainBlocks.Of(section))
        {
            if (block is Fence fence)
                ReadCode(fence);
            else if (block is Paragraph paragraph)
                ReadLines(paragraph.Start, Math.Min(paragraph.End, _page.Length));
            else if (block is Table table)
                ReadTable(table);
        }
    }

    private void ReadHeading(int start, int end)
    {
        end = Math.Min(end, _page.Length);
        int line = LineEnd(_page, start, end);
        int count = _found.Count;
        ReadLine(start, line, isHeading: true);
        // API Blueprint has headings such as "List users [GET /users]", and "List users [GET]" below "Users [/users]".
        int open = _found.Count > count ? -1 : _page.IndexOf('[', start, line - start);
        int close = open < 0 ? -1 : _page.IndexOf(']', open, line - open);
        if (close < 0)
            return;
        if (!TryRequest(open + 1, close, RequestForm.Line) && HttpMessageReader.Methods.Contains(
            _page.Substring(open + 1, close - open - 1))
            && BracketedUrl(_section.Parent) is { } url)
            AddInherited(_page.Substring(open + 1, close - open - 1), url, open + 1, close);
    }

    /// <summary>
    /// Adds a request whose URL comes from a heading. If several methods share a template, its query belongs to GET.
    /// </summary>
    private void AddInherited(string method, string url, int start, int end) =>
        Add(method, method == "GET" ? url : url.Split(["{?", "?"], StringSplitOptions.None)[0], start, end,
            RequestForm.Line);

    /// <summary>Returns the URL in the heading of a section or of a section above it.</summary>
    private static string? BracketedUrl(Section? section)
    {
        for (; section is not null; section = section.Parent)
        {
            int open = section.Title.IndexOf("[/", StringComparison.Ordinal);
            int close = open < 0 ? -1 : section.Title.IndexOf(']', open);
            if (close > 0)
                return section.Title.Substring(open + 1, close - open - 1);
        }

        return null;
    }

    private void ReadLines(int start, int end)
    {
        for (int line = start; line < end;)
        {
            int lineEnd = LineEnd(_page, line, end);
            ReadLine(line, lineEnd, isHeading: false);
            ReadLabels(line, lineEnd);
            line = lineEnd + 1;
        }
    }

    /// <summary>Reads a request at the start of the line, then those in its inline code.</summary>
    private void ReadLine(int start, int end, bool isHeading)
    {
        int first = SkipMarks(_page, start, end);
        int known = _found.Count;
        if (TryRequest(first, end, RequestForm.Line))
            start = _found[_found.Count - 1].Use.End;
        for (int open = IndexOf('`', start, end); open >= 0;)
        {
            int close = IndexOf('`', open + 1, end);
            if (close < 0)
                break;
            bool isFirst = open <= first || IsLabel(first, open) || (isHeading && _found.Count == known);
            if (TryRequest(open + 1, close, isFirst ? RequestForm.Line : RequestForm.Mention))
                _found[_found.Count - 1] = _found[_found.Count - 1] with
                {
                    Words =
                    _page.Substring(close + 1, end - close - 1).Trim()
                };
            open = IndexOf('`', close + 1, end);
        }
    }

    /// <summary>Whether the text before code is a label that ends in a colon, such as <c>Endpoint:</c>.</summary>
    private bool IsLabel(int start, int end)
    {
        string words = _page.Substring(start, end - start).Trim(' ', '*', '_');
        return words.Length is > 1 and < Thresholds.RequestLabel && words[words.Length - 1] == ':';
    }

    /// <summary>Skips the marks of lists, quotes, tables and emphasis, and list numbers.</summary>
    public static int SkipMarks(string page, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(page[start])
            || page[start] is '>' or '*' or '-' or '+' or '#' or '_' or '|'))
            start++;
        int digits = start;
        while (digits < end && char.IsDigit(page[digits]))
            digits++;
        return digits > start && digits + 1 < end && page[digits] is '.' or ')' && page[digits + 1] == ' '
            ? SkipMarks(page, digits + 1, end) : start;
    }

    /// <summary>Adds a method and a URL, ignoring the marks between and around them.</summary>
    private bool TryRequest(int start, int end, RequestForm form)
    {
        int mark = start;
        while (mark < end && _page[mark] is '`' or ' ' or '*')
            mark++;
        int word = mark;
        while (word < end && _page[word] is >= 'A' and <= 'Z')
            word++;
        if (word - mark is < Thresholds.ShortestMethod or > Thresholds.LongestMethod || word == end
            || !HttpMessageReader.Methods.Contains(_page.Substring(mark, word - mark)))
            return false;
        int url = word;
        while (url < end && (_page[url] is '`' or '*' or '_' or ':' or '|' or '[' or '-' or '\u2013'
            || char.IsWhiteSpace(_page[url])))
            url++;
        int urlEnd = UrlEnd(_page, url, end);
        return url > word && urlEnd > url && Add(_page.Substring(mark, word - mark), _page.Substring(url, urlEnd - url),
            url, urlEnd, form,
            _page.Substring(urlEnd, end - urlEnd));
    }

    /// <summary>Returns the end of a URL. A URL ends at white space, without the punctuation of the sentence.</summary>
    private static int UrlEnd(string text, int start, int end)
    {
        int at = start;
        int open = 0;
        while (at < end && text[at] is not ('`' or '|' or '"') && (!char.IsWhiteSpace(text[at]) || open > 0))
        {
            if (text[at] is '{' or '<' && end - at < Limits.SpacedUrl)
                open = text.IndexOf(text[at] == '{' ? '}' : '>', at,
                    Math.Min(Thresholds.PlainPlaceholder, end - at)) > 0 ? 1 : 0;
            else if (text[at] is '}' or '>')
                open = 0;
            at++;
        }

        while (at > start && text[at - 1] is '.' or ',' or ';' or ')' or '*' or '_' or ':'
            && !(text[at - 1] == ')' && text.IndexOf('(', start, at - start) >= 0))
            at--;
        if (at > start && text[at - 1] == ']' && text.IndexOf('[', start, at - start) < 0)
            at--;
        return at;
    }

    private bool Add(string method, string url, int start, int end, RequestForm form, string words = "", Fence? fence =
        null)
    {
        if (_found.Count == Limits.Requests
            || PlainUrlReader.Read(url, _nouns ??= SampleNouns.In(_section), _keys) is not { } read
            || (read.Root is null && read.Segments.IsEmpty && url != "/"))
            return false;
        var request = new PlainRequest(new UrlUse(method, read, _section, start, end), form, fence,
            words.Trim(' ', '`', '*', '|'));
        // A repeated line in the same fence adds nothing.
        if (form == RequestForm.Line && fence is not null && read.Query.Count == 0 && !_lines.Add((fence, request.Key)))
            return false;
        _found.Add(request);
        return true;
    }

    private void ReadLabels(int start, int end)
    {
        int colon = IndexOf(':', start, end);
        if (colon < 0 || colon - start > Thresholds.RequestLabel)
            return;
        string label = _page.Substring(start, colon - start).Trim(' ', '*', '_', '-', '+', '#', '`', '>');
        string value = _page.Substring(colon + 1, end - colon - 1).Trim(' ', '*', '_', '`', ':', '\r');
        if (value.Length > 0)
            AddLabelled(label, value, start);
    }

    /// <summary>Adds a request from a method and a URL in separate lines or cells.</summary>
    private void AddLabelled(string label, string value, int start)
    {
        string url = value.Split(' ')[0].Trim('`');
        if (UrlLabels.Contains(label) && PlainUrlReader.Read(url) is not null)
            _url = (url, start);
        else if (MethodLabels.Contains(label) && HttpMessageReader.Methods.Contains(value.Split(' ')[0].Trim('`')))
            _method = (value.Split(' ')[0].Trim('`'), start);
        if (_url is not { } address || _method is not { } method)
            return;
        Add(method.Text, address.Text, address.Start, address.Start + address.Text.Length, RequestForm.Line);
        _url = _method = null;
    }

    /// <summary>
    /// Reads the requests of a table. A request is in one cell, has its method and URL in two cells, or has them in two
    /// labelled rows.
    /// </summary>
    private void ReadTable(Table table)
    {
        int method = FindColumn(table, MethodLabels);
        int url = FindColumn(table, UrlLabels);
        foreach (IReadOnlyList<Markdown.RichText> row in table.Rows.Take(Limits.RequestRows).Prepend(table.Header))
        {
            if (method >= 0 && url >= 0 && Math.Max(method, url) < row.Count
                && HttpMessageReader.Methods.Contains(row[method].Plain.Trim('`', '*').ToUpperInvariant()))
            {
                string words = string.Join(" ", row.Where((_, column) => column != method && column != url)
                    .Select(cell => cell.Plain));
                Add(row[method].Plain.Trim('`', '*').ToUpperInvariant(), row[url].Plain.Trim('`'), row[url].Start,
                    row[url].End, RequestForm.Row, words);
                continue;
            }

            int known = _found.Count;
            foreach (Markdown.RichText cell in row)
                ReadLine(cell.Start, Math.Min(cell.End, _page.Length), isHeading: false);
            for (int i = known; i < _found.Count; i++)
                _found[i] = _found[i] with
                {
                    Form = RequestForm.Row,
                    Words =
                    string.Join(" ", row.Select(cell => cell.Plain).Where(words => words.IndexOf('/') < 0))
                };
            if (row.Count >= 2 && _found.Count == known)
                AddLabelled(row[0].Plain.Trim(':'), row[1].Plain, row[1].Start);
        }
    }

    private static int FindColumn(Table table, HashSet<string> labels)
    {
        for (int i = 0; i < table.Header.Count; i++)
        {
            if (labels.Contains(table.Header[i].Plain))
                return i;
        }

        return -1;
    }

    private void ReadCode(Fence fence)
    {
        string text = fence.Content.Text;
        // A Markdown fence shows a page as an example, in docs about writing docs.
        if (fence.Language.Equals("markdown", StringComparison.OrdinalIgnoreCase)
            || fence.Language.StartsWith("markdown ", StringComparison.OrdinalIgnoreCase)
            || fence.Language.Equals("md", StringComparison.OrdinalIgnoreCase))
            return;
        if (fence.BeginsWith("{") || (fence.BeginsWith("[") && !fence.BeginsWith("[/")))
            return;
        for (int start = 0; start < text.Length;)
        {
            int end = LineEnd(text, start, text.Length);
            if (CurlReader.IsAt(text, start))
                end = AddCurl(fence, start);
            else
                AddCodeLine(fence, start, end);
            start = end + 1;
        }
    }

    private void AddCodeLine(Fence fence, int start, int end)
    {
        string text = fence.Content.Text;
        int first = start;
        while (first < end && (char.IsWhiteSpace(text[first]) || text[first] is '>' or '$' or '#'
            || (text[first] == '`' && fence.IsIndented)))
            first++;
        if (!HttpMessageReader.TryRequestLine(text, first, end, out string method, out int target, out _))
            return;
        int targetEnd = UrlEnd(text, target, end);
        int at = fence.Content.ToPage(target);
        if (!Add(method, text.Substring(target, targetEnd - target), at, at + targetEnd - target, RequestForm.Line,
            text.Substring(targetEnd, end - targetEnd).Trim(' ', '#', '-', '/'), fence))
            return;
        bool isFirst = text.Substring(0, start).Trim().Length == 0;
        if (isFirst && HttpMessageReader.Read(text.Substring(first), out _) is { Method: not null } message
            && (message.Headers.Count > 0 || message.Body is not null))
        {
            message.BodyStart += first;
            bool isMore = message.Body is { } body && HttpMessageReader.TryRequestLine(body, 0,
                LineEnd(body, 0, body.Length), out _, out _, out _);
            _found[_found.Count - 1] = _found[_found.Count - 1] with { Message = isMore ? null : message };
        }
    }

    /// <returns>The end of the command.</returns>
    private int AddCurl(Fence fence, int start)
    {
        string text = fence.Content.Text;
        int end = LineEnd(text, start, text.Length);
        bool isOpen = IsOdd(text, start, end);
        // A line continues after a backslash, or inside an open quote.
        while (end < text.Length && (EndsInBackslash(text, start, end) || (isOpen && end - start < Thresholds.Command)))
        {
            int next = LineEnd(text, end + 1, text.Length);
            isOpen ^= IsOdd(text, end, next);
            end = next;
        }

        if (CurlReader.Read(text.Substring(start, end - start)) is not { } curl
            || !HttpMessageReader.Methods.Contains(curl.Method))
            return end;
        int at = fence.Content.ToPage(start);
        if (Add(curl.Method, CurlUrl(curl.Url), at, at + Math.Min(end - start, "curl".Length),
            RequestForm.Curl, fence: fence))
            _found[_found.Count - 1] = _found[_found.Count - 1] with { Curl = curl };
        return end;
    }

    private static bool IsOdd(string text, int start, int end)
    {
        bool isOdd = false;
        for (int i = start; i < end; i++)
            isOdd ^= text[i] == '\'';
        return isOdd;
    }

    private static bool EndsInBackslash(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end > start && text[end - 1] == '\\';
    }

    /// <summary>Adds a scheme, which curl does not require.</summary>
    private static string CurlUrl(string url) => char.IsLetter(url[0])
        && url.IndexOf("://", StringComparison.Ordinal) < 0 ? "http://" + url : url;

    private int IndexOf(char c, int start, int end) => start < end ? _page.IndexOf(c, start, end - start) : -1;

    private static int LineEnd(string text, int start, int end)
    {
        int found = start < end ? text.IndexOf('\n', start, end - start) : -1;
        return found < 0 ? end : found;
    }
}
