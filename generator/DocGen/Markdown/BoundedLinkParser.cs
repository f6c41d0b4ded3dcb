using DocGen.Generator.Model;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace DocGen.Generator.Markdown;

/// <summary>
/// Parses links and images at bounded cost. Markdig searches the rest of a block for the end of each destination, and
/// visits every open bracket for each piece of text, so a block of open brackets would have quadratic cost.
/// </summary>
internal sealed class BoundedLinkParser : LinkInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var open = (Counter)(processor.ParserStates[Index] ??=
            new Counter(new TableRows(slice.Text, InlineWork.Of(processor).Page)));
        return slice.CurrentChar == ']' ? Close(processor, ref slice, open) : Open(processor, ref slice, open);
    }

    private bool Open(InlineProcessor processor, ref StringSlice slice, Counter open)
    {
        if (slice.CurrentChar == '!' && slice.PeekChar() != '[')
            return false;
        if (open.Count >= Limits.Brackets)
        {
            InlineWork.Of(processor).Report(processor, slice.Start, $"more than {Limits.Brackets} brackets are open");
            return false;
        }

        if (open.Rows.IsLong)
        {
            bool isClosed = TableRows.IsClosed(slice, out int work);
            InlineWork.Of(processor).Add(work);
            if (!isClosed)
                return false;
        }

        InlineWork.Of(processor).Add(++open.Count);
        return base.Match(processor, ref slice);
    }

    private bool Close(InlineProcessor processor, ref StringSlice slice, Counter open)
    {
        if (open.Count == 0)
            return false;
        LinkDelimiterInline? opener = processor.Inline?.FirstParentOfType<LinkDelimiterInline>();
        // If the part in parentheses is not read, the brackets may still be a link reference.
        StringSlice rest = slice.PeekChar() != '(' || MayEnd(processor, slice)
            ? slice : new StringSlice(slice.Text, slice.Start, slice.Start);
        bool isLink = base.Match(processor, ref rest);
        if (isLink)
            slice.Start = rest.Start;
        // After an undefined reference, Markdig leaves the bracket open.
        if (opener is { Parent: null })
            open.Count--;
        return isLink;
    }

    /// <summary>
    /// Whether Markdig has to read the text after the closing bracket. Returns false if the block ends before a
    /// parenthesis closes the link, or if too many parentheses are open, because Markdig would then search the same
    /// text again for each later link.
    /// </summary>
    private static bool MayEnd(InlineProcessor processor, StringSlice slice)
    {
        int from = slice.Start + 2;
        int at = SkipSpace(slice, from);
        bool isPointed = at <= slice.End && slice.Text[at] == '<';
        Ending ending = isPointed ? Ending.Found : Search(slice, ref at, endsAtSpace: true);
        if (ending == Ending.Space)
        {
            at = SkipSpace(slice, at);
            bool isTitle = at <= slice.End && slice.Text[at] == '(';
            at++;
            ending = isTitle ? Search(slice, ref at, endsAtSpace: false) : Ending.Found;
        }

        InlineWork.Of(processor).Add(at - from);
        if (ending == Ending.TooDeep)
            InlineWork.Of(processor).Report(processor, slice.Start,
                $"a link leaves more than {Limits.Parentheses} parentheses open");
        return ending == Ending.Found;
    }

    /// <summary>Moves to the parenthesis that closes the parenthesis before the offset.</summary>
    private static Ending Search(StringSlice slice, ref int at, bool endsAtSpace)
    {
        int depth = 0;
        for (; at <= slice.End; at++)
        {
            switch (slice.Text[at])
            {
                case '\\':
                    at++;
                    break;
                case '(' when ++depth > Limits.Parentheses:
                    return Ending.TooDeep;
                case ')' when depth-- == 0 || !endsAtSpace:
                    return Ending.Found;
                case <= ' ' when endsAtSpace:
                    return Ending.Space;
            }
        }

        return Ending.None;
    }

    private static int SkipSpace(StringSlice slice, int at)
    {
        while (at <= slice.End && slice.Text[at].IsWhitespace())
            at++;
        return at;
    }

    private sealed class Counter(TableRows rows)
    {
        public TableRows Rows { get; } = rows;

        public int Count { get; set; }
    }

    private enum Ending
    {
        None,
        Found,
        Space,
        TooDeep,
    }
}
