using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>Reads URL templates: <c>{item-id}</c>, <c>&lt;id&gt;</c>, <c>root:/{item-path}:/x</c>, <c>search(q='{text}')</c>.</summary>
internal static class UrlReader
{
    /// <param name="url">The URL, or a template of it.</param>
    /// <param name="sampleKeys">Segments that stand for placeholders although nothing about them says so.</param>
    public static DocumentedUrl Read(string url, HashSet<string>? sampleKeys = null)
    {
        var findings = new List<UrlFinding>();
        int start = 0;
        string? root = ReadRoot(url, ref start);
        bool opaque = root is null && url.Length > 0 && url[0] != '/' && (url[0] is '{' or '<') && Closing(url, 0) is > 0 and var close
            && (close + 1 == url.Length || url[close + 1] is '?');
        int query = FindQuery(url, start);
        List<UrlSegment> segments = ReadPath(url, start, query < 0 ? url.Length : query, findings);
        segments.RemoveAll(s => s.Literal is "." or ".."); // a way to an address, not a part of one (RFC 3986, section 5.2.4)
        DropVersion(segments, ref root);
        SampleValues.Replace(segments, sampleKeys);
        return new DocumentedUrl(root, segments, ReadQuery(url, query), opaque, findings);
    }

    /// <summary>Scheme, host, and the segments up to one that names a version.</summary>
    private static string? ReadRoot(string url, ref int start)
    {
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || scheme > 5)
            return null;
        int slash = url.IndexOf('/', scheme + 3);
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

    /// <summary><c>v1.0</c>, <c>v2</c>, <c>beta</c>.</summary>
    private static bool IsVersion(string segment) =>
        segment is "beta" or "{version}"
        || (segment.Length is > 1 and < 8 && segment[0] is 'v' && segment.Skip(1).All(c => char.IsDigit(c) || c == '.'));

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
        return JoinPaths(segments, url, findings);
    }

    /// <summary>The index of the bracket that closes the placeholder at <paramref name="open"/>, or -1.</summary>
    private static int Closing(string url, int open)
    {
        char close = url[open] == '{' ? '}' : '>';
        int end = url.IndexOf(close, open + 1);
        return end > open + 1 && end - open < 100 ? end : -1;
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
            segments.Add(new UrlSegment(pieces.ToArray()));
        pieces.Clear();
    }

    /// <summary>
    /// OneDrive's path addressing: <c>root:</c>, a path, and a colon that ends it. The path is one value that keeps its
    /// slashes, so that <c>root:</c> and the path become one segment here, and so does the colon behind it.
    /// </summary>
    private static List<UrlSegment> JoinPaths(List<UrlSegment> segments, string url, List<UrlFinding> findings)
    {
        var joined = new List<UrlSegment>(segments.Count);
        for (int i = 0; i < segments.Count; i++)
        {
            UrlSegment segment = segments[i];
            UrlPiece first = segment.Pieces[0];
            UrlPiece last = segment.Pieces[segment.Pieces.Count - 1];
            bool opens = !last.IsPlaceholder && (last.Text.Length > 1 || segment.Pieces.Count > 1) && last.Text[last.Text.Length - 1] == ':';
            if (opens && i + 1 < segments.Count && segments[i + 1].Pieces[0].IsPlaceholder)
            {
                var pieces = new List<UrlPiece>(segment.Pieces);
                pieces[pieces.Count - 1] = last with { Text = last.Text + "/" };
                pieces.Add(segments[i + 1].Pieces[0] with { KeepsSlashes = true });
                pieces.AddRange(segments[i + 1].Pieces.Skip(1));
                joined.Add(new UrlSegment(pieces));
                i++;
            }
            else if (joined.Count > 0 && !first.IsPlaceholder && first.Text[0] == ':' && first.Text.Length > 1
                && joined[joined.Count - 1].Pieces is var before && before[before.Count - 1].KeepsSlashes)
            {
                string was = "/" + first.Text;
                int at = url.IndexOf(was, StringComparison.Ordinal);
                findings.Add(new UrlFinding(UrlFault.MisplacedColon, Math.Max(at, 0), Math.Max(at, 0) + was.Length, was, ":/" + first.Text.Substring(1)));
                joined[joined.Count - 1] = new UrlSegment([.. before, new UrlPiece(":", false)]);
                joined.Add(new UrlSegment([first with { Text = first.Text.Substring(1) }, .. segment.Pieces.Skip(1)]));
            }
            else if (segment.Pieces.Count == 2 && !first.IsPlaceholder && first.Text.EndsWith(":", StringComparison.Ordinal) && last.IsPlaceholder)
            {
                joined.Add(new UrlSegment([first with { Text = first.Text + "/" }, last with { KeepsSlashes = true }]));
            }
            else
            {
                joined.Add(segment);
            }
        }

        return joined;
    }
}
