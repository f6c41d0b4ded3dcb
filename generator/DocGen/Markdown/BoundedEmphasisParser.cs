using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocGen.Generator.Markdown;

/// <summary>
/// Parses emphasis at bounded cost. A delimiter run stays open until its block ends, and Markdig visits all open runs
/// for each piece of text.
/// </summary>
internal sealed class BoundedEmphasisParser : EmphasisInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        char sign = slice.CurrentChar;
        char before = slice.PeekCharExtra(-1);
        // The second and later characters of a run, and underscores within a word, do not open or close emphasis.
        bool isInWord = sign == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(slice.PeekChar());
        if (isInWord || !TableRows.BeginsRun(slice.Text, slice.Start))
            return base.Match(processor, ref slice);
        var signs = (SignCount)(processor.ParserStates[Index] ??= new SignCount(slice, InlineWork.Of(processor).Page));
        if (signs.Rows.IsTable && signs.Rows.IsAlone(slice))
        {
            processor.Inline = RunAsText(processor, ref slice);
            return true;
        }

        if (signs.Rows.IsLong)
        {
            processor.Inline = RunInLongTable(processor, ref slice, signs.Rows);
            return true;
        }

        if (signs.Count >= Model.Limits.Signs)
        {
            InlineWork.Of(processor).Report(processor, slice.Start,
                $"it has more than {Model.Limits.Signs} emphasis delimiters");
            processor.Inline = RunAsText(processor, ref slice);
            return true;
        }

        InlineWork.Of(processor).Add(++signs.Count);
        return base.Match(processor, ref slice);
    }

    /// <summary>
    /// Reads a run in a long table as text. If the run has a partner, the text is empty, because paired delimiters are
    /// not part of the plain text.
    /// </summary>
    private static LiteralInline RunInLongTable(InlineProcessor processor, ref StringSlice slice, TableRows rows)
    {
        bool isPaired = rows.IsPaired(slice, out int work);
        InlineWork.Of(processor).Add(work);
        LiteralInline run = RunAsText(processor, ref slice);
        if (isPaired)
            run.Content = new StringSlice(slice.Text, slice.Start, slice.Start - 1);
        return run;
    }

    /// <summary>
    /// Reads a run as a single piece of text. With several pieces, Markdig would visit the open runs several times.
    /// </summary>
    private static LiteralInline RunAsText(InlineProcessor processor, ref StringSlice slice)
    {
        int start = slice.Start;
        char sign = slice.CurrentChar;
        while (slice.CurrentChar == sign)
            slice.SkipChar();
        return new LiteralInline(new StringSlice(slice.Text, start, slice.Start - 1))
        {
            Span = new SourceSpan(
                processor.GetSourcePosition(start, out int line, out int column),
                processor.GetSourcePosition(slice.Start - 1)),
            Line = line,
            Column = column,
        };
    }

    /// <summary>The number of open runs in a block, and its rows if it has a table.</summary>
    private sealed class SignCount(StringSlice slice, string page)
    {
        public TableRows Rows { get; } = new(slice.Text, page);

        public int Count { get; set; }
    }
}
