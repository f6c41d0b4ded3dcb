using Markdig.Helpers;

namespace DocGen.Generator.Markdown;

/// <summary>
/// The rows of a block that is a table or ends in one. Neither emphasis nor a link leaves its row, so that a sign without
/// a partner there is text.
/// </summary>
internal sealed class TableRows
{
    /// <summary>
    /// Lines of a block with a table from which on it is long. Markdig moves all lines behind an open sign for each of
    /// them: a table of 8,000 bold names would take 3 GB. The longest table of the corpora has 828 rows.
    /// </summary>
    public const int Many = 1_000;

    private readonly int[] _signs = new int[2];
    private readonly int[] _seen = new int[2];
    private int _rowEnd = -1;

    public TableRows(StringSlice slice)
    {
        // Other text is a piece of the page, which a paragraph of several lines is not.
        if (slice.End + 1 != slice.Text.Length)
            return;
        string text = slice.Text;
        int lines = 0, delimiters = 0;
        for (int start = 0; start < text.Length; lines++)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (IsDelimiterRow(text, start, end))
                delimiters = delimiters == 0 ? lines : delimiters;
            start = end + 1;
        }

        IsTable = delimiters == 1;
        IsLong = delimiters > 0 && lines > Many;
    }

    /// <summary>Whether the whole block is a table.</summary>
    public bool IsTable { get; }

    /// <summary>Whether the block has a table and so many lines that none of its signs may stay open.</summary>
    public bool IsLong { get; }

    /// <summary>How many runs of a sign the row at a place has.</summary>
    public int RunsOf(char sign, StringSlice slice)
    {
        if (slice.Start > _rowEnd)
            CountRow(slice);
        return _signs[sign == '*' ? 0 : 1];
    }

    /// <summary>Whether the next run of a sign has a partner in its row: all have, but the last of an odd number.</summary>
    public bool IsNextPaired(char sign, StringSlice slice)
    {
        int runs = RunsOf(sign, slice);
        return ++_seen[sign == '*' ? 0 : 1] <= runs - (runs % 2);
    }

    /// <summary>Whether a bracket is closed in its row.</summary>
    public static bool IsClosed(StringSlice slice)
    {
        int end = slice.Text.IndexOf('\n', slice.Start);
        return slice.Text.IndexOf(']', slice.Start, (end < 0 ? slice.Text.Length : end) - slice.Start) >= 0;
    }

    private void CountRow(StringSlice slice)
    {
        _rowEnd = slice.Text.IndexOf('\n', slice.Start);
        if (_rowEnd < 0)
            _rowEnd = slice.Text.Length;
        (_signs[0], _signs[1], _seen[0], _seen[1]) = (0, 0, 0, 0);
        for (int at = slice.Text.LastIndexOf('\n', slice.Start) + 1; at < _rowEnd; at++)
        {
            char sign = slice.Text[at];
            if (sign is '*' or '_' && (at == 0 || slice.Text[at - 1] != sign) && !IsText(slice.Text, at))
                _signs[sign == '*' ? 0 : 1]++;
        }
    }

    /// <summary>Whether a sign stands alone between spaces, or behind a backslash.</summary>
    private static bool IsText(string text, int at) => at > 0 && (text[at - 1] == '\\'
        || (text[at - 1].IsWhitespace() && at + 1 < text.Length && text[at + 1].IsWhitespace()));

    /// <summary>A row of bars and dashes alone.</summary>
    private static bool IsDelimiterRow(string text, int start, int end)
    {
        bool hasDash = false;
        for (int at = start; at < end; at++)
        {
            if (text[at] is not ('|' or '-' or ':' or ' ' or '\t' or '\r'))
                return false;
            hasDash |= text[at] == '-';
        }

        return hasDash;
    }
}
