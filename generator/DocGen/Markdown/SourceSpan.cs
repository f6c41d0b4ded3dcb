namespace DocGen.Generator.Markdown;

/// <summary>A place in a page: offsets, and the zero-based lines and columns that compilers print.</summary>
/// <param name="Included">The path of the included file that the place is in, or null for the page itself.</param>
internal readonly record struct SourceSpan(
    int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn, string? Included = null);

/// <summary>Turns offsets into lines and columns.</summary>
internal sealed class LineMap
{
    private readonly List<int> _lineStarts = [0];
    private readonly int _length;

    public LineMap(string text)
    {
        _length = text.Length;
        char[] ends = text.IndexOf('\r') < 0 ? ['\n'] : ['\n', '\r'];
        for (int i = text.IndexOfAny(ends); i >= 0; i = text.IndexOfAny(ends, i + 1))
        {
            if (text[i] == '\n' || i + 1 == text.Length || text[i + 1] != '\n')
                _lineStarts.Add(i + 1);
        }
    }

    /// <summary>The length of the text.</summary>
    public int Length => _length;

    /// <summary>The span from <paramref name="start"/> up to <paramref name="end"/>, kept inside the text.</summary>
    public SourceSpan Span(int start, int end)
    {
        start = Math.Max(0, Math.Min(start, _length));
        end = Math.Max(start, Math.Min(end, _length));
        (int startLine, int startColumn) = Position(start);
        (int endLine, int endColumn) = Position(end);
        return new SourceSpan(start, end - start, startLine, startColumn, endLine, endColumn);
    }

    private (int Line, int Column) Position(int offset)
    {
        int line = _lineStarts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return (line, offset - _lineStarts[line]);
    }
}

/// <summary>
/// Text taken out of a page (a fence's content, a comment's inside), its lines joined with a line feed, that still knows
/// where in the page each character stood.
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

    /// <summary>Joins pieces of <paramref name="page"/>, one a line.</summary>
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
        // Lines that stand one behind the other in the page need no joining; those of a quote or a list do.
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

    /// <summary>The lines of a stretch of a page, whatever their line endings.</summary>
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

    /// <summary>Where in the page the character at <paramref name="offset"/> of this text stands.</summary>
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
