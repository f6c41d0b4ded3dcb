using DocGen.Generator.Model;

namespace DocGen.Generator.Markdown;

/// <summary>
/// Checks the limits of a page before parsing. Markdig's work is linear for most input. For input for which it is not
/// linear, a page that exceeds these limits is rejected. The largest pages of real doc sets stay below a tenth of each
/// limit.
/// </summary>
internal static class PageLimits
{
    private static readonly char[] LineEnds = ['\n', '\r'];

    /// <summary>Returns the first limit that a page exceeds and its position, or null.</summary>
    public static (string Problem, int Offset)? Exceeded(string text)
    {
        if (text.Length > Limits.Page)
            return ($"it has more than {Limits.Page} characters", Limits.Page);
        int references = 0;
        for (int lineStart = 0; lineStart < text.Length;)
        {
            // A single carriage return also ends a line (CommonMark 0.31, section 2.1).
            int lineEnd = text.IndexOfAny(LineEnds, lineStart);
            if (lineEnd < 0)
                lineEnd = text.Length;
            if (Markers(text, lineStart, lineEnd) > Limits.Markers)
                return ($"it nests more than {Limits.Markers} quotes and lists", lineStart);
            if (IsReference(text, lineStart, lineEnd) && ++references > Limits.References)
                return ($"it defines more than {Limits.References} link references", lineStart);
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
