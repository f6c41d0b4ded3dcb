using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>
/// The URL of an example, with its values. In contrast, <see cref="UrlReader"/> replaces example values with
/// placeholders.
/// </summary>
/// <param name="Segments">The path segments, percent-encoded or not.</param>
/// <param name="Query">The decoded names and values of the query.</param>
/// <param name="MaxSkipped">The maximum number of leading segments that may be the service root or the API
/// version.</param>
/// <param name="Host">The host of an absolute URL, else null.</param>
internal sealed record ExampleUrl(IReadOnlyList<string> Segments, IReadOnlyList<KeyValuePair<string, string>> Query,
    int MaxSkipped, string? Host)
{
    /// <summary>The number of leading segments that are the API version.</summary>
    public int RootLength => Segments.Count > 1 && ApiVersion.Is(Segments[0]) ? 1 : 0;

    public static ExampleUrl Read(string target)
    {
        foreach (UrlFinding finding in UrlReader.Read(target).Findings)
        {
            // Text after the URL on the same line is not part of the URL.
            if (finding is { Fault: UrlFault.Foreign, Is: "" } && finding.End == target.Length
                && !finding.Was.StartsWith("/", StringComparison.Ordinal))
                target = target.Substring(0, finding.Start).TrimEnd();
        }

        bool isAbsolute = PathStart(target) > 0;
        string rest = target.Substring(PathStart(target));
        int query = QueryStart(rest);
        string path = query < 0 ? rest : rest.Substring(0, query);
        string[] segments = [.. Split(path).Where(s => s.Length > 0 && s is not ("." or ".."))];
        bool isVersioned = segments.Length > 1 && ApiVersion.Is(segments[0]);
        return new ExampleUrl(segments, query < 0 ? [] : ReadQuery(rest.Substring(query + 1)),
            isAbsolute ? segments.Length : isVersioned ? 1 : 0,
            isAbsolute ? HostOf(target) : null);
    }

    /// <summary>Returns the path of a URL without scheme, host and version.</summary>
    public static string PathBelowRoot(string address)
    {
        string path = address.Substring(PathStart(address));
        string[] segments = path.Split(['/'], 3);
        bool isVersioned = segments.Length > 2 && ApiVersion.Is(segments[1]);
        return isVersioned ? "/" + segments[2] : path;
    }

    private static string HostOf(string address)
    {
        int start = address.IndexOf("://", StringComparison.Ordinal) + "://".Length;
        return address.Substring(start, PathStart(address) - start).ToLowerInvariant();
    }

    /// <summary>Returns the index after scheme and host; 0 for a path.</summary>
    private static int PathStart(string address)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || scheme > "https".Length)
            return 0;
        int slash = address.IndexOf('/', scheme + "://".Length);
        return slash < 0 ? address.Length : slash;
    }

    /// <summary>
    /// Splits a path at slashes, except between braces, where a slash is part of the placeholder's name.
    /// </summary>
    private static List<string> Split(string path)
    {
        var segments = new List<string>();
        int start = 0;
        for (int i = 0; i <= path.Length; i++)
        {
            if (i < path.Length && path[i] is '{' or '<' && Closing(path, i) is > 0 and var close)
                i = close;
            else if (i == path.Length || path[i] == '/')
            {
                segments.Add(path.Substring(start, i - start).Trim());
                start = i + 1;
            }
        }

        if (start < path.Length)
            segments.Add(path.Substring(start).Trim());
        return segments;
    }

    private static int QueryStart(string url)
    {
        for (int i = 0; i < url.Length; i++)
        {
            if (url[i] is '{' or '<' && Closing(url, i) is > 0 and var close)
                i = close;
            else if (url[i] == '?')
                return i;
        }

        return -1;
    }

    private static int Closing(string url, int open)
    {
        int end = url.IndexOf(url[open] == '{' ? '}' : '>', open + 1,
            Math.Min(Thresholds.Placeholder, url.Length - open - 1));
        return end > open + 1 ? end : -1;
    }

    private static List<KeyValuePair<string, string>> ReadQuery(string query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        int fragment = query.IndexOf('#');
        foreach (string pair in (fragment < 0 ? query : query.Substring(0, fragment)).Split('&', '?'))
        {
            int equals = pair.IndexOf('=');
            string name = Uri.UnescapeDataString((equals < 0 ? pair : pair.Substring(0, equals)).Trim());
            if (name.Length > 0)
                pairs.Add(new KeyValuePair<string,
                    string>(name,
                    equals < 0 ? "" : Uri.UnescapeDataString(pair.Substring(equals + 1).Trim().Replace('+', ' '))));
        }

        return pairs;
    }
}
