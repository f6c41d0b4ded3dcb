using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace DocGen.Generator.Markdown;

/// <summary>
/// Parses inline code at bounded cost. Markdig searches the rest of a block for the end of each run of backticks. If no
/// later run has the same length, this parser reads the run as text without a search.
/// </summary>
internal sealed class BoundedCodeParser : CodeInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var lastRuns = (Dictionary<int, int>)(processor.ParserStates[Index] ??= LastRuns(processor, slice));
        if (slice.PeekCharExtra(-1) == '`')
            return false;
        int length = 1;
        while (slice.PeekChar(length) == '`')
            length++;
        return lastRuns.TryGetValue(length, out int last) && last > slice.Start && base.Match(processor, ref slice);
    }

    /// <summary>Returns the offset of the last run of each length.</summary>
    private static Dictionary<int, int> LastRuns(InlineProcessor processor, StringSlice slice)
    {
        InlineWork.Of(processor).Add(slice.Length);
        var runs = new Dictionary<int, int>();
        for (int at = slice.Start; at <= slice.End; at++)
        {
            int start = at;
            while (at <= slice.End && slice.Text[at] == '`')
                at++;
            if (at > start)
                runs[at - start] = start;
        }

        return runs;
    }
}
