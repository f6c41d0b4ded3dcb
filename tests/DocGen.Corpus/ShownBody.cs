using System.Text.RegularExpressions;

namespace DocGen.Corpus;

/// <summary>
/// A body in an HTTP message of a page that looks like JSON. The fence starts with a request or status line, the body
/// starts with a brace or bracket after the first empty line, and no header declares another content type. The scan
/// shares no code with the generator.
/// </summary>
/// <param name="FirstLine">The first line of the body in the page, from 0.</param>
/// <param name="IsIgnored">Whether the annotation above the fence marks the block as ignored.</param>
internal sealed partial record ShownBody(string Text, int FirstLine, bool IsIgnored)
{
    public int Lines { get; } = Text.Count(c => c == '\n') + 1;

    public static IEnumerable<ShownBody> In(string page)
    {
        string[] lines = page.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (!Fence().IsMatch(lines[i]))
                continue;
            int end = Array.FindIndex(lines, i + 1, line => Fence().IsMatch(line));
            if (end < 0)
                yield break;
            int first = Array.FindIndex(lines, i + 1, end - i - 1, line => line.Trim().Length > 0);
            if (first >= 0 && MessageLine().IsMatch(lines[first]))
            {
                int body = Array.FindIndex(lines, first, end - first, line => line.Trim().Length == 0);
                body = body < 0 ? -1 : Array.FindIndex(lines, body, end - body, line => line.Trim().Length > 0);
                bool isOther = Array.Exists(lines[first..Math.Max(first, body)], OtherContent().IsMatch);
                if (body >= 0 && !isOther && lines[body].TrimStart()[0] is '{' or '[')
                    yield return new ShownBody(string.Join('\n', lines[body..end]), body,
                        Ignored().IsMatch(CommentAbove(lines, i)));
            }

            i = end;
        }
    }

    private static string CommentAbove(string[] lines, int fence)
    {
        int last = Array.FindLastIndex(lines, Math.Max(0, fence - 1), line => line.Trim().Length > 0);
        if (last < 0 || !lines[last].TrimEnd().EndsWith("-->", StringComparison.Ordinal))
            return "";
        int first = Array.FindLastIndex(lines, last, line => line.Contains("<!--", StringComparison.Ordinal));
        return first < 0 ? "" : string.Join('\n', lines[first..(last + 1)]);
    }

    [GeneratedRegex("\"?blockType\"?\\s*:\\s*\"(?:ignored|samples)\"")]
    private static partial Regex Ignored();

    [GeneratedRegex("^\\s*>?\\s*```")]
    private static partial Regex Fence();

    [GeneratedRegex("^\\s*content-type:(?!.*json)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherContent();

    [GeneratedRegex("^\\s*(?:(?:GET|POST|PUT|PATCH|DELETE)\\s+\\S|HTTP/)")]
    private static partial Regex MessageLine();
}
