using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocGen.Generator.Markdown;

/// <summary>
/// Emphasis whose cost is bounded: each sign stays open until its block ends, and Markdig walks over all that are open
/// for each piece of a text.
/// </summary>
internal sealed class BoundedEmphasisParser : EmphasisInlineParser
{
    /// <summary>
    /// Runs of signs in one block. The corpora have 86 at most; a long table of names in bold may have more.
    /// </summary>
    public const int Signs = 2_000;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        char sign = slice.CurrentChar;
        char before = slice.PeekCharExtra(-1);
        // Neither the rest of a run nor an underscore within a word opens or closes anything.
        if (before == sign || (sign == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(slice.PeekChar())))
            return base.Match(processor, ref slice);
        var signs = (SignCount)(processor.ParserStates[Index] ??= new SignCount(slice));
        if (signs.IsAlone(slice))
        {
            processor.Inline = RunAsText(processor, ref slice);
            return true;
        }

        if (signs.Count >= Signs)
        {
            InlineWork.Of(processor).Report(processor, slice.Start, $"it has more than {Signs} signs of emphasis");
            processor.Inline = RunAsText(processor, ref slice);
            return true;
        }

        InlineWork.Of(processor).Add(++signs.Count);
        return base.Match(processor, ref slice);
    }

    /// <summary>In one piece: each piece of a text costs a walk over the open signs.</summary>
    private static LiteralInline RunAsText(InlineProcessor processor, ref StringSlice slice)
    {
        int start = slice.Start;
        char sign = slice.CurrentChar;
        while (slice.CurrentChar == sign)
            slice.SkipChar();
        return new LiteralInline(new StringSlice(slice.Text, start, slice.Start - 1))
        {
            Span = new SourceSpan(
                processor.GetSourcePosition(start, out int line, out int column), processor.GetSourcePosition(slice.Start - 1)),
            Line = line,
            Column = column,
        };
    }

    /// <summary>The signs of a block, and those of the row of a table that is being read.</summary>
    private sealed class SignCount(StringSlice slice)
    {
        private readonly bool _isTable = slice.End + 1 == slice.Text.Length && IsTable(slice.Text);
        private readonly int[] _ofRow = new int[2];
        private int _rowEnd = -1;

        public int Count { get; set; }

        /// <summary>
        /// Whether the sign is the only one of its row: emphasis does not leave a cell, so that it is none. Names that
        /// begin with an underscore are many in a table.
        /// </summary>
        public bool IsAlone(StringSlice slice)
        {
            if (!_isTable)
                return false;
            if (slice.Start > _rowEnd)
                CountRow(slice);
            return _ofRow[slice.CurrentChar == '*' ? 0 : 1] == 1;
        }

        private void CountRow(StringSlice slice)
        {
            _rowEnd = slice.Text.IndexOf('\n', slice.Start);
            if (_rowEnd < 0)
                _rowEnd = slice.Text.Length;
            (_ofRow[0], _ofRow[1]) = (0, 0);
            for (int at = slice.Text.LastIndexOf('\n', slice.Start) + 1; at < _rowEnd; at++)
            {
                char sign = slice.Text[at];
                if (sign is '*' or '_' && (at == 0 || slice.Text[at - 1] != sign))
                    _ofRow[sign == '*' ? 0 : 1]++;
            }
        }

        /// <summary>The line below the first one has bars and dashes alone.</summary>
        private static bool IsTable(string text)
        {
            int start = text.IndexOf('\n') + 1;
            int end = start == 0 ? 0 : text.IndexOf('\n', start);
            bool hasDash = false;
            for (int at = start; at < (end < 0 ? text.Length : end); at++)
            {
                if (text[at] is not ('|' or '-' or ':' or ' ' or '\t' or '\r'))
                    return false;
                hasDash |= text[at] == '-';
            }

            return hasDash;
        }
    }
}
