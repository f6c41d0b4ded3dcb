namespace DocGen.Generator.Model;

/// <summary>Converts offsets to lines and columns.</summary>
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

    /// <summary>
    /// The span from <paramref name="start"/> to <paramref name="end"/> (exclusive), clamped to the text.
    /// </summary>
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
