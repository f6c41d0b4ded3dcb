using DocGen.Generator.Http;

namespace DocGen.Generator.Reading;

/// <summary>
/// Finds blocks of code whose closing fence is missing: they hold the text below them, up to the next closing fence.
/// </summary>
internal static class OpenFences
{
    /// <summary>Languages in which no line begins with two number signs or with code in backticks.</summary>
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
        { "json", "jsonc", "json5", "http" };

    /// <summary>Languages whose code may contain headings and fences.</summary>
    private static readonly HashSet<string> Texts = new(StringComparer.OrdinalIgnoreCase)
        { "markdown", "md", "mdx", "text", "txt" };

    /// <summary>
    /// Returns the first line in a block of code that is no code: the opening of another fence, or, where the code is
    /// JSON or HTTP or nothing closes it, a heading or a request. Null where there is none.
    /// </summary>
    public static string? SwallowedLine(Fence fence)
    {
        string text = fence.Content.Text;
        bool isText = Texts.Contains(fence.Language.Split(' ')[0]);
        bool isCode = !isText && (!fence.IsClosed || Languages.Contains(fence.Language.Split(' ')[0])
            || (fence.Language.Length == 0 && (fence.BeginsWith("{") || fence.BeginsWith("["))));
        string? first = null;
        for (int start = 0; start < text.Length;)
        {
            int newline = text.IndexOf('\n', start);
            int end = newline < 0 ? text.Length : newline;
            if (isCode && first is null && (IsHeading(text, start, end) || IsRequest(text, start, end)))
                first = text.Substring(start, end - start).Trim();
            else if (IsOpening(text, start, end, fence.Mark))
                return first ?? text.Substring(start, end - start).Trim();
            start = end + 1;
        }

        return first;
    }

    /// <summary>Whether a line opens a fence with a language. Such a line closes none (CommonMark 0.31, section 4.5).
    /// </summary>
    private static bool IsOpening(string text, int start, int end, string mark)
    {
        if (string.CompareOrdinal(text, start, mark, 0, mark.Length) != 0)
            return false;
        int word = start + mark.Length;
        while (word < end && text[word] == mark[0])
            word++;
        int wordEnd = word;
        while (wordEnd < end && char.IsLetterOrDigit(text[wordEnd]))
            wordEnd++;
        return wordEnd > word && text.Substring(wordEnd, end - wordEnd).Trim().Length == 0;
    }

    /// <summary>Whether a line is a heading of level 2 or more. One sign may be a comment.</summary>
    private static bool IsHeading(string text, int start, int end)
    {
        if (string.CompareOrdinal(text, start, "##", 0, "##".Length) != 0)
            return false;
        int sign = start;
        while (sign < end && text[sign] == '#')
            sign++;
        return sign + 1 < end && text[sign] == ' ' && !char.IsWhiteSpace(text[sign + 1]);
    }

    /// <summary>Whether a line is a request in backticks, which no code is.</summary>
    private static bool IsRequest(string text, int start, int end)
    {
        int close = start + 1 < end && text[start] == '`' ? text.IndexOf('`', start + 1, end - start - 1) : -1;
        return close > 0 && HttpMessageReader.TryRequestLine(text, start + 1, close, out _, out int target, out _)
            && text[target] is '/' or 'h' or '{';
    }
}
