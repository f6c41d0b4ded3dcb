namespace DocGen.Generator.Markdown;

/// <summary>A place in a page: offsets, and the zero-based lines and columns that compilers print.</summary>
internal readonly record struct SourceSpan(
    int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>Turns offsets into lines and columns.</summary>
internal sealed class LineMap
{
    private readonly List<int> _lineStarts = [0];
    private readonly int _length;

    public LineMap(string text)
    {
        _length = text.Length;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _lineStarts.Add(i + 1);
        }
    }

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
        var text = new System.Text.StringBuilder();
        var lineStarts = new int[lines.Count];
        var pageStarts = new int[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                text.Append('\n');
            lineStarts[i] = text.Length;
            pageStarts[i] = lines[i].Start;
            text.Append(page, lines[i].Start, lines[i].Length);
        }

        return new PageText(text.ToString(), lineStarts, pageStarts);
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
