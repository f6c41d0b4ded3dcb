namespace DocGen.Generator.Markdown;

/// <summary>
/// Text from a page (the content of a fence or comment) with its lines joined by line feeds. Maps each character to its
/// offset on the page.
/// </summary>
internal sealed class PageText
{
    private readonly int[] _lineStarts;
    private readonly int[] _pageStarts;

    private PageText(string text, int[] lineStarts, int[] pageStarts)
    {
        Text = text;
        _lineStarts = lineStarts;
        _pageStarts = pageStarts;
    }

    public string Text { get; }

    /// <summary>Joins pieces of <paramref name="page"/> as lines.</summary>
    public static PageText FromLines(string page, IReadOnlyList<(int Start, int Length)> lines)
    {
        var lineStarts = new int[lines.Count];
        var pageStarts = new int[lines.Count];
        int length = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            lineStarts[i] = length;
            pageStarts[i] = lines[i].Start;
            length += lines[i].Length + 1;
        }

        return new PageText(Join(page, lines, Math.Max(0, length - 1)), lineStarts, pageStarts);
    }

    private static string Join(string page, IReadOnlyList<(int Start, int Length)> lines, int length)
    {
        // Lines that are adjacent on the page are copied together. Lines of a quote or a list are not adjacent, because
        // their prefixes are left out.
        if (lines.Count > 0 && IsRun(page, lines))
            return page.Substring(lines[0].Start, length);
        var text = new System.Text.StringBuilder(length);
        for (int i = 0; i < lines.Count; i++)
            text.Append(i > 0 ? "\n" : "").Append(page, lines[i].Start, lines[i].Length);
        return text.ToString();
    }

    private static bool IsRun(string page, IReadOnlyList<(int Start, int Length)> lines)
    {
        for (int i = 1; i < lines.Count; i++)
        {
            int end = lines[i - 1].Start + lines[i - 1].Length;
            if (lines[i].Start != end + 1 || page[end] != '\n')
                return false;
        }

        return true;
    }

    /// <summary>Returns the lines of a range of a page, with any line endings.</summary>
    public static PageText FromPage(string page, int start, int end)
    {
        var lines = new List<(int, int)>();
        int lineStart = start;
        for (int i = start; i <= end; i++)
        {
            if (i < end && page[i] is not ('\r' or '\n'))
                continue;
            lines.Add((lineStart, i - lineStart));
            if (i + 1 < end && page[i] == '\r' && page[i + 1] == '\n')
                i++;
            lineStart = i + 1;
        }

        return FromLines(page, lines);
    }

    /// <summary>Returns the offset on the page of the character at <paramref name="offset"/> of this text.</summary>
    public int ToPage(int offset)
    {
        if (_lineStarts.Length == 0)
            return 0;
        int line = Array.BinarySearch(_lineStarts, offset);
        if (line < 0)
            line = Math.Max(0, ~line - 1);
        return _pageStarts[line] + (offset - _lineStarts[line]);
    }
}
