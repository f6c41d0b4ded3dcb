using DocGen.Generator.Model;

namespace DocGen.Generator.Markdown;

/// <summary>
/// Limits of a page. Markdig's work is linear for most input; where it is not, a page beyond these limits is rejected
/// before parsing. The largest pages of real doc sets stay below a tenth of each limit.
/// </summary>
internal static class PageLimits
{
    /// <summary>
    /// The most characters of a page. A table takes several hundred bytes of memory for each of its characters.
    /// </summary>
    public const int Length = 2 * 1024 * 1024;

    /// <summary>
    /// The most quote and list markers at the start of a line. Markdig throws at 128 levels, after work for every
    /// marker.
    /// </summary>
    public const int Nesting = 100;

    /// <summary>The most link reference definitions. Each is compared with all earlier ones.</summary>
    public const int References = 5_000;

    private static readonly char[] LineEnds = ['\n', '\r'];

    /// <summary>Returns the first limit that a page exceeds and its position, or null.</summary>
    public static (string Problem, int Offset)? Exceeded(string text)
    {
        if (text.Length > Length)
            return ($"it has more than {Length} characters", Length);
        int references = 0;
        for (int lineStart = 0; lineStart < text.Length;)
        {
            // A single carriage return also ends a line (CommonMark 0.31, section 2.1).
            int lineEnd = text.IndexOfAny(LineEnds, lineStart);
            if (lineEnd < 0)
                lineEnd = text.Length;
            if (Markers(text, lineStart, lineEnd) > Nesting)
                return ($"it nests more than {Nesting} quotes and lists", lineStart);
            if (IsReference(text, lineStart, lineEnd) && ++references > References)
                return ($"it defines more than {References} link references", lineStart);
            lineStart = lineEnd + 1;
        }

        return null;
    }

    private static int Markers(string text, int start, int end)
    {
        int markers = 0;
        for (int i = start; i < end; i++)
        {
            bool isBullet = text[i] is '-' or '*' or '+' && i + 1 < end && text[i + 1] is ' ' or '\t';
            bool isNumber = text[i] is '.' or ')' && i > start && char.IsDigit(text[i - 1]);
            if (text[i] == '>' || isBullet || isNumber)
                markers++;
            else if (text[i] is not (' ' or '\t') && !char.IsDigit(text[i]))
                break;
        }

        return markers;
    }

    private static bool IsReference(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '>')
            start++;
        return start < end && text[start] == '['
            && text.IndexOf("]:", start, end - start, StringComparison.Ordinal) > 0;
    }
}
