namespace DocGen.Generator.Http;

/// <summary>Closes unclosed placeholders of a URL template: <c>/books/{id</c>.</summary>
internal static class OpenBraces
{
    private static readonly char[] Ends = ['/', '?', '#', ' ', '\t', ')', '\''];

    /// <summary>Returns the URL with each placeholder closed at the end of its segment.</summary>
    /// <param name="url">A URL or a URL template.</param>
    /// <param name="findings">Receives each closed placeholder, with its offsets in the URL as written.</param>
    public static string Close(string url, ICollection<UrlFinding> findings)
    {
        int query = url.IndexOf('?');
        int added = 0;
        for (int i = url.IndexOf('{'); i >= 0 && (query < 0 || i < query); i = url.IndexOf('{', i))
        {
            // "{{id}}" is one placeholder.
            int inside = i + 1;
            while (inside < url.Length && url[inside] == '{')
                inside++;
            int next = url.IndexOfAny(['{', '}'], inside);
            if (next >= 0 && url[next] == '}')
            {
                i = next + 1;
                continue;
            }

            int end = url.IndexOfAny(Ends, inside);
            end = end < 0 || (next >= 0 && next < end) ? next < 0 ? url.Length : next : end;
            string was = url.Substring(i, end - i);
            findings.Add(new UrlFinding(UrlFault.OpenBrace, i - added, end - added, was, was + "}"));
            url = url.Insert(end, "}");
            added++;
            query = query < 0 ? -1 : query + 1;
            i = end + 1;
        }

        return url;
    }
}
