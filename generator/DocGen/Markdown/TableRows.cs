using DocGen.Generator.Model;
using Markdig.Helpers;

namespace DocGen.Generator.Markdown;

/// <summary>
/// The rows of a block that is a table or ends in a table. Emphasis and links end in the cell in which they begin, so a
/// delimiter run without a partner in the same cell is text.
/// </summary>
internal sealed class TableRows
{
    private static readonly char[] LineEnds = ['\n', '\r'];

    private readonly int[] _signs = new int[2];
    private readonly HashSet<int> _closers = [];
    private int _rowEnd = -1;

    /// <param name="text">The block's lines as one text.</param>
    /// <param name="page">The whole page, which is the text of a block with one line.</param>
    public TableRows(string text, string page)
    {
        if (ReferenceEquals(text, page))
            return;
        int lines = 0, delimiters = 0;
        for (int start = 0; start < text.Length; lines++)
        {
            int end = EndOfLine(text, start);
            if (lines > 0 && delimiters == 0 && IsDelimiterRow(text, start, end))
                delimiters = lines;
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        IsTable = delimiters == 1;
        IsLong = delimiters > 0 && lines > Limits.LongTable;
    }

    /// <summary>Whether the whole block is a table.</summary>
    public bool IsTable { get; }

    /// <summary>
    /// Whether the block has a table and so many lines that leaving delimiters open would cost too much.
    /// </summary>
    public bool IsLong { get; }

    /// <summary>
    /// Whether a delimiter run begins at an offset. A delimiter after an escaped one also begins a run.
    /// </summary>
    public static bool BeginsRun(string text, int at) =>
        at == 0 || text[at - 1] != text[at] || (at > 1 && text[at - 2] == '\\');

    /// <summary>Whether no other run in the row has the same delimiter.</summary>
    public bool IsAlone(StringSlice slice)
    {
        if (slice.Start > _rowEnd)
            CountRow(slice.Text, slice.Start);
        return _signs[slice.CurrentChar == '*' ? 0 : 1] == 1;
    }

    /// <summary>
    /// Whether a run in a long table has its partner in the same cell: a run of the same length, without white space
    /// after the first and before the second run (CommonMark 0.31, section 6.2).
    /// </summary>
    /// <param name="slice">The text that starts with the run.</param>
    /// <param name="work">The number of characters that were searched.</param>
    public bool IsPaired(StringSlice slice, out int work)
    {
        work = 0;
        string text = slice.Text;
        if (_closers.Remove(slice.Start))
            return true;
        int length = RunLength(text, slice.Start);
        int from = slice.Start + length;
        if (from >= text.Length || text[from].IsWhitespace()
            || (text[slice.Start] == '_' && IsWord(text, slice.Start - 1)))
        {
            return false;
        }

        int end = Math.Min(text.Length, from + Limits.LongTableReach);
        bool isCode = false;
        for (int at = from; at < end && text[at] is not ('|' or '\n' or '\r'); at++, work++)
        {
            if (text[at] == '\\' && !isCode)
                at++;
            else if (text[at] == '`')
                isCode = !isCode;
            else if (text[at] == text[slice.Start] && !isCode)
            {
                int run = RunLength(text, at);
                bool closes = run == length && !text[at - 1].IsWhitespace()
                    && !(text[at] == '_' && IsWord(text, at + run));
                if (closes && !_closers.Contains(at))
                    return _closers.Add(at);
                at += run - 1;
            }
        }

        return false;
    }

    /// <summary>Whether a bracket is closed in the cell in which it is opened.</summary>
    public static bool IsClosed(StringSlice slice, out int work)
    {
        int end = Math.Min(slice.Text.Length, slice.Start + Limits.LongTableReach);
        for (work = 1; slice.Start + work < end; work++)
        {
            char c = slice.Text[slice.Start + work];
            if (c is ']' or '|' or '\n' or '\r')
                return c == ']';
        }

        return false;
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    private static int RunLength(string text, int start)
    {
        int end = start;
        while (end < text.Length && text[end] == text[start])
            end++;
        return end - start;
    }

    private static int EndOfLine(string text, int start)
    {
        int end = text.IndexOfAny(LineEnds, start);
        return end < 0 ? text.Length : end;
    }

    private void CountRow(string text, int start)
    {
        _rowEnd = EndOfLine(text, start);
        (_signs[0], _signs[1]) = (0, 0);
        for (int at = text.LastIndexOfAny(LineEnds, start) + 1; at < _rowEnd; at++)
        {
            if (text[at] is '*' or '_' && BeginsRun(text, at))
                _signs[text[at] == '*' ? 0 : 1]++;
        }
    }

    /// <summary>Whether a line consists of only bars, dashes, colons and white space, with at least one dash.</summary>
    private static bool IsDelimiterRow(string text, int start, int end)
    {
        bool hasDash = false;
        for (int at = start; at < end; at++)
        {
            if (text[at] is not ('|' or '-' or ':' or ' ' or '\t' or '\f' or '\v'))
                return false;
            hasDash |= text[at] == '-';
        }

        return hasDash;
    }
}
