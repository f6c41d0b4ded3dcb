using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>
/// Parses URL templates: <c>{item-id}</c>, <c>&lt;id&gt;</c>, <c>root:/{item-path}:/x</c>, <c>search(q='{text}')</c>.
/// </summary>
internal static class UrlReader
{
    /// <param name="url">A URL or a URL template.</param>
    /// <param name="sampleKeys">Segments that are sample keys but do not look like sample keys.</param>
    public static DocumentedUrl Read(string url, HashSet<string>? sampleKeys = null)
    {
        var findings = new List<UrlFinding>();
        url = OpenBraces.Close(url, findings);
        int start = 0;
        string? root = ReadRoot(url, ref start);
        bool opaque = root is null && url.Length > 0 && url[0] != '/' && (url[0] is '{' or '<')
            && Closing(url, 0) is > 0 and var close
            && (close + 1 == url.Length || url[close + 1] is '?');
        if (TextBehind(url, start) is > 0 and var end)
        {
            findings.Add(new UrlFinding(UrlFault.Foreign, end, url.Length, url.Substring(end).Trim(), ""));
            url = url.Substring(0, end).TrimEnd();
        }

        int query = FindQuery(url, start);
        (url, query) = Balanced(url, start, query, findings);
        List<UrlSegment> segments = ReadPath(url, start, query < 0 ? url.Length : query, findings);
        segments.RemoveAll(s => s.Literal is "."
            or ".."); // dot segments are removed (RFC 3986, section 5.2.4)
        MendSegments(segments, url, findings);
        DropVersion(segments, ref root);
        SampleValues.Replace(segments, sampleKeys);
        return new DocumentedUrl(root, new UrlPath(segments.Select(Cleaned).ToEquatableArray()), ReadQuery(url, query),
            opaque, findings);
    }

    /// <summary>
    /// Returns the start of text that follows a URL on the same line, as in <c>/books # all of them</c>, or -1. A URL
    /// may contain spaces in braces, between quotes and in a query.
    /// </summary>
    private static int TextBehind(string url, int start)
    {
        for (int i = start; i < url.Length; i++)
        {
            if (url[i] is '{' or '<' && Closing(url, i) is > 0 and var close)
                i = close;
            else if (url[i] is '?' or '(' or '\'')
                return -1;
            else if (char.IsWhiteSpace(url[i]) && i > start && url[i - 1] != '/' && BeginsText(url, i))
                return i;
        }

        return -1;
    }

    private static bool BeginsText(string url, int space)
    {
        while (space < url.Length && char.IsWhiteSpace(url[space]))
            space++;
        if (space == url.Length)
            return false;
        return char.IsLetterOrDigit(url[space]) || url[space] is '#' or '-' or '"'
            || (url[space] == '(' && url.IndexOf('=', space) < 0);
    }

    /// <summary>
    /// Closes open parentheses at the end of the path, or removes an unmatched closing parenthesis at the end.
    /// </summary>
    private static (string Url, int Query) Balanced(string url, int start, int query, List<UrlFinding> findings)
    {
        int end = query < 0 ? url.Length : query;
        int open = 0;
        for (int i = start; i < end; i++)
        {
            if (url[i] is '{' or '<' && Closing(url, i) is > 0 and var close)
                i = close;
            else if (url[i] is '(' or ')')
                open += url[i] == '(' ? 1 : -1;
        }

        if (open == 0 || (open < 0 && url[end - 1] != ')'))
            return (url, query);
        string path = open > 0
            ? url.Substring(start, end - start) + new string(')', open)
            : url.Substring(start, end - start - 1);
        findings.Add(new UrlFinding(UrlFault.Foreign, start, end, url.Substring(start, end - start), path));
        return (url.Substring(0, start) + path + url.Substring(end), query < 0 ? -1 : start + path.Length);
    }

    /// <summary>
    /// Removes segments that are "...", which stand for a part of a path, and converts <c>(team-id)</c> to a
    /// placeholder.
    /// </summary>
    private static void MendSegments(List<UrlSegment> segments, string url, List<UrlFinding> findings)
    {
        for (int i = segments.Count - 1; i >= 0; i--)
        {
            if (segments[i].Literal is not { Length: > 0 } text)
                continue;
            bool isEllipsis = text is "..." or "…";
            bool isPlaceholder = i > 0 && text[0] == '(' && text[text.Length - 1] == ')'
                && text.Skip(1).Take(text.Length - 2).All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
            if (!isEllipsis && !isPlaceholder)
                continue;
            int at = Math.Max(0, url.IndexOf("/" + text, StringComparison.Ordinal));
            string name = text.Trim('(', ')');
            findings.Add(new UrlFinding(UrlFault.Foreign, at, at + text.Length + 1, "/" + text,
                isEllipsis ? "" : "/{" + name + "}"));
            if (isEllipsis)
                segments.RemoveAt(i);
            else
                segments[i] = Segment([new UrlPiece(name, IsPlaceholder: true)]);
        }
    }

    /// <summary>
    /// Cleans the names of placeholders, and escapes braces in literals, because a brace starts a placeholder. Then
    /// parses the arguments.
    /// </summary>
    private static UrlSegment Cleaned(UrlSegment segment)
    {
        var pieces = segment.Pieces
            .Select(
                p => p with
                {
                    Text = StringPool.Get(
                    p.IsPlaceholder ? PlaceholderName(p.Text) : p.Text.Replace("{", "%7B").Replace("}", "%7D"))
                })
            .ToEquatableArray();
        UrlPiece last = pieces[pieces.Count - 1];
        bool isCall = !last.IsPlaceholder && last.Text[last.Text.Length - 1] == ')';
        return new UrlSegment(pieces, isCall ? UrlArguments.Read(string.Concat(pieces)).ToEquatableArray() : default);
    }

    private static string PlaceholderName(string text)
    {
        string name = new([.. text.Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '|')]);
        return name.Length == 0 ? "value" : name;
    }

    /// <summary>
    /// Returns scheme and host, with the segments up to and including a version, and moves <paramref name="start"/>
    /// after them.
    /// </summary>
    private static string? ReadRoot(string url, ref int start)
    {
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || scheme > "https".Length)
            return null;
        int slash = url.IndexOf('/', scheme + "://".Length);
        start = slash < 0 ? url.Length : slash;
        string root = url.Substring(0, start);
        for (int segments = 0; slash >= 0 && segments < 2; segments++)
        {
            int next = url.IndexOf('/', slash + 1);
            string segment = url.Substring(slash + 1, (next < 0 ? url.Length : next) - slash - 1);
            if (IsVersion(segment))
            {
                start = next < 0 ? url.Length : next;
                return url.Substring(0, start);
            }

            slash = next;
        }

        return root;
    }

    private static void DropVersion(List<UrlSegment> segments, ref string? root)
    {
        if (root is null && segments.Count > 1 && segments[0].Literal is { } first && IsVersion(first))
            segments.RemoveAt(0);
    }

    private static bool IsVersion(string segment) => segment == "{version}" || ApiVersion.Is(segment);

    private static int FindQuery(string url, int start)
    {
        for (int i = start; i < url.Length; i++)
        {
            if (url[i] is '{' or '<' && Closing(url, i) is > 0 and var close)
                i = close;
            else if (url[i] == '?')
                return i;
        }

        return -1;
    }

    private static List<KeyValuePair<string, string>> ReadQuery(string url, int query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        if (query < 0)
            return pairs;
        foreach (string pair in url.Substring(query + 1).Split('&'))
        {
            int equals = pair.IndexOf('=');
            string name = (equals < 0 ? pair : pair.Substring(0, equals)).Trim();
            if (name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '$' or '_' or '-' or '.'))
                pairs.Add(new KeyValuePair<string, string>(name, equals < 0 ? "" : pair.Substring(equals + 1).Trim()));
        }

        return pairs;
    }

    private static List<UrlSegment> ReadPath(string url, int start, int end, List<UrlFinding> findings)
    {
        var segments = new List<UrlSegment>();
        var pieces = new List<UrlPiece>();
        var literal = new StringBuilder();
        for (int i = start; i < end; i++)
        {
            char c = url[i];
            if (c is '{' or '<' && Closing(url, i) is > 0 and var close && close < end)
            {
                AddLiteral(literal, pieces);
                string name = url.Substring(i + 1, close - i - 1).Trim('{', '}', ' ');
                if (c == '<')
                    findings.Add(new UrlFinding(UrlFault.AngleBrackets, i, close + 1, name, name));
                pieces.Add(new UrlPiece(name, IsPlaceholder: true));
                i = url[close] == '}' && close + 1 < end && url[close + 1] == '}' ? close + 1 : close;
            }
            else if (c == '/')
            {
                EndSegment(literal, pieces, segments);
            }
            else if (!char.IsWhiteSpace(c))
            {
                literal.Append(c);
            }
        }

        EndSegment(literal, pieces, segments);
        return MarkPaths(segments, url, findings);
    }

    /// <summary>
    /// Returns the index of the bracket that closes the placeholder at <paramref name="open"/>, or -1.
    /// </summary>
    private static int Closing(string url, int open)
    {
        char close = url[open] == '{' ? '}' : '>';
        int end = url.IndexOf(close, open + 1);
        return end > open + 1 && end - open < Thresholds.Placeholder ? end : -1;
    }

    private static void AddLiteral(StringBuilder literal, List<UrlPiece> pieces)
    {
        if (literal.Length == 0)
            return;
        pieces.Add(new UrlPiece(literal.ToString(), IsPlaceholder: false));
        literal.Clear();
    }

    private static void EndSegment(StringBuilder literal, List<UrlPiece> pieces, List<UrlSegment> segments)
    {
        AddLiteral(literal, pieces);
        if (pieces.Count > 0)
            segments.Add(Segment(pieces));
        pieces.Clear();
    }

    /// <summary>
    /// Handles the path addressing of OneDrive: <c>root:</c>, a path, and a closing colon. The path is a single value
    /// that keeps its slashes. The closing colon is a part of the path's segment.
    /// </summary>
    private static List<UrlSegment> MarkPaths(List<UrlSegment> segments, string url, List<UrlFinding> findings)
    {
        var marked = new List<UrlSegment>(segments.Count);
        for (int i = 0; i < segments.Count; i++)
        {
            UrlSegment segment = segments[i];
            UrlPiece first = segment.Pieces[0];
            UrlPiece last = segment.Pieces[segment.Pieces.Count - 1];
            bool opens = !last.IsPlaceholder && (last.Text.Length > 1 || segment.Pieces.Count > 1)
                && last.Text[last.Text.Length - 1] == ':';
            if (opens && i + 1 < segments.Count && segments[i + 1].Pieces[0].IsPlaceholder)
            {
                marked.Add(segment);
                marked.Add(AsPath(segments[++i]));
            }
            else if (marked.Count > 0 && !first.IsPlaceholder && first.Text[0] == ':' && first.Text.Length > 1
                && marked[marked.Count - 1].Pieces is var before && before[before.Count - 1].KeepsSlashes)
            {
                string was = "/" + first.Text;
                int at = url.IndexOf(was, StringComparison.Ordinal);
                findings.Add(new UrlFinding(UrlFault.MisplacedColon, Math.Max(at, 0), Math.Max(at, 0) + was.Length, was,
                    ":/" + first.Text.Substring(1)));
                marked[marked.Count - 1] = Segment([.. before, new UrlPiece(":", IsPlaceholder: false)]);
                marked.Add(Segment([first with { Text = first.Text.Substring(1) }, .. segment.Pieces.Skip(1)]));
            }
            else if (segment.Pieces.Count == 2 && !first.IsPlaceholder
                && first.Text.EndsWith(":", StringComparison.Ordinal) && last.IsPlaceholder)
            {
                marked.Add(Segment([first]));
                marked.Add(AsPath(Segment([last])));
            }
            else
            {
                marked.Add(segment);
            }
        }

        return marked;
    }

    private static UrlSegment AsPath(UrlSegment segment) =>
        Segment([segment.Pieces[0] with { KeepsSlashes = true }, .. segment.Pieces.Skip(1)]);

    private static UrlSegment Segment(IEnumerable<UrlPiece> pieces) => new(pieces.ToEquatableArray());
}
