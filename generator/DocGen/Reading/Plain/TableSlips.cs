using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reports tables of parameters or members on plain pages that are lost, wholly or in part, by a slip of the pen: in a
/// heading of a column, a type, the row of dashes, or the indentation.
/// </summary>
internal static class TableSlips
{
    private static readonly string[] Types = ["type", "data type", "datatype"];

    private static readonly string[] Requireds = ["required", "mandatory", "optional"];

    /// <summary>
    /// Reports text that would be a table of parameters but for its row of dashes or its indentation.
    /// </summary>
    public static void ReportLost(PageContent content, string page)
    {
        foreach (Section section in content.Outline.Sections.Where(section => !section.IsIncluded))
        {
            foreach (OutlineBlock block in PlainBlocks.Of(section))
            {
                if (block is Paragraph paragraph
                    && IsTable(page, paragraph.Start, Math.Min(paragraph.End, page.Length)))
                    content.Sink.Report(Rules.LostTable, paragraph.Start, paragraph.Start, "This table",
                        "no row of dashes is below its heading; write one, such as |---|---|");
            }

            foreach (Fence code in section.Indented)
            {
                if (IsTable(code.Content.Text, 0, code.Content.Text.Length))
                    content.Sink.Report(Rules.LostTable, code.Start, code.Start, "This table",
                        "it is indented like code; remove the spaces before each of its lines");
            }
        }
    }

    /// <summary>Reports a heading of a column, and types, that are nearly known ones.</summary>
    public static void Report(FindingSink sink, Table table)
    {
        if (table.Header.Count < 2)
            return;
        RichText first = table.Header[0];
        if (!MemberRows.AreIn(table))
        {
            if (MemberRows.NearlyName(first.Plain) is { } name)
                ReportColumn(sink, first, name);
            return;
        }

        int type = -1;
        for (int i = 1; i < table.Header.Count; i++)
        {
            string heading = table.Header[i].Plain.Trim('*', ' ', '`').ToLowerInvariant();
            if (Types.Contains(heading))
                type = i;
            else if ((Suggestion.Slip(heading, Types) ?? Suggestion.Slip(heading, Requireds)) is { } meant)
                ReportColumn(sink, table.Header[i], meant);
        }

        if (type > 0)
            ReportTypes(sink, table, type);
    }

    private static void ReportColumn(FindingSink sink, RichText heading, string meant) =>
        sink.Report(Rules.LostTable, heading.Start, heading.End, $"The column '{heading.Plain}'",
            $"its heading is not known; did you mean '{meant}'?");

    private static void ReportTypes(FindingSink sink, Table table, int column)
    {
        foreach (IReadOnlyList<RichText> row in table.Rows.Where(row => row.Count > column))
        {
            RichText cell = row[column];
            string name = row[0].Plain;
            bool isKnown = cell.Plain.Length == 0 || PlainTypes.Parse(cell.Plain) is not null;
            bool isShort = row.Count < table.Header.Count || row[row.Count - 1].Plain.Length == 0;
            string word = cell.Plain.Trim(' ', '`', '*', '.', ',', '_').Split(' ', '[', '(')[0];
            if (PlainTypes.Parse(word) is null && Suggestion.Slip(word, PlainTypes.Words) is { } meant)
                sink.Report(Rules.UnknownTypeWord, cell.Start, cell.End, word, name, $"; did you mean '{meant}'?");
            else if (!isKnown && isShort && row.Count <= table.Header.Count && cell.Plain.IndexOf(' ') > 0)
                sink.Report(Rules.UnknownTypeWord, cell.Start, cell.End, cell.Plain, name,
                    "; a cell of this row seems to be missing: write an empty one");
        }
    }

    /// <summary>
    /// Whether the first two lines have cells, and the first of these is a heading of parameters or members.
    /// </summary>
    private static bool IsTable(string text, int start, int end)
    {
        int lineEnd = LineEnd(text, start, end);
        int nextEnd = LineEnd(text, lineEnd + 1, end);
        if (lineEnd == end || lineEnd - start > Thresholds.SafeUrl)
            return false;
        string[] header = Cells(text.Substring(start, lineEnd - start));
        string[] row = nextEnd > lineEnd + 1 ? Cells(text.Substring(lineEnd + 1, nextEnd - lineEnd - 1)) : [];
        return header.Length > 1 && row.Length > 1 && MemberRows.IsName(header[0]);
    }

    private static string[] Cells(string line) =>
        line.IndexOf('|') < 0 ? []
        : [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim(' ', '*', '`').ToLowerInvariant())];

    private static int LineEnd(string text, int start, int end)
    {
        int found = start < end ? text.IndexOf('\n', start, end - start) : -1;
        return found < 0 ? end : found;
    }
}
