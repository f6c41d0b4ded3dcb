using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace DocGen.Generator.Markdown;

/// <summary>
/// Parses inline HTML at bounded cost. Markdig searches the rest of a block for the end of each comment, declaration,
/// processing instruction and CDATA section. If the block does not contain the end, this parser reads the start as text
/// without another search.
/// </summary>
internal sealed class BoundedHtmlParser : AutolinkInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        string? end = (slice.PeekChar(), slice.PeekChar(2)) switch
        {
            ('?', _) => "?>",
            ('!', '-') => "-->",
            ('!', '[') => "]]>",
            ('!', _) => ">",
            _ => null,
        };
        if (end is null)
            return base.Match(processor, ref slice);
        var ends = (Dictionary<string, int>)(processor.ParserStates[Index] ??= new Dictionary<string, int>(
            StringComparer.Ordinal));
        if (!ends.TryGetValue(end, out int at) || (at >= 0 && at < slice.Start))
        {
            // Text that was searched once is not searched again.
            ends[end] = at = slice.Text.IndexOf(end, slice.Start, slice.Length, StringComparison.Ordinal);
            InlineWork.Of(processor).Add((at < 0 ? slice.End : at) - slice.Start);
        }

        return at >= 0 && base.Match(processor, ref slice);
    }
}
