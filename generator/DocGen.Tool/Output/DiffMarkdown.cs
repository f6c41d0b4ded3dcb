using System.Text;
using DocGen.Generator.Surface;
using DocGen.Tool.Diff;

namespace DocGen.Tool.Output;

/// <summary>Writes a comparison as a comment on a pull request: breaks in a table, additions collapsed.</summary>
internal static class DiffMarkdown
{
    /// <summary>GitHub refuses comments of more than 65,536 characters.</summary>
    private const int Max = 59_000;

    /// <summary>The maximum number of characters before the additions.</summary>
    private const int MaxTold = 45_000;

    private const int MaxCell = 600;

    public static string Write(DocDiff diff, DiffSummary summary, bool expand)
    {
        var text = new StringBuilder("**").Append(
            Cell(summary.ToString()).Replace("C\\#", "C#", StringComparison.Ordinal)).Append("**\n");
        string[] told = expand ? [
            .. diff.Findings.Where(finding => !IsFolded(finding))
                .Select(finding => Row(finding, DiffWriter.Message(finding.Change), 0))]
            : [.. summary.Told.Select(group => Row(group.Findings[0], group.Text, group.Findings.Count - 1))];
        if (told.Length > 0)
            text.Append("\n| | where | what | C# |\n|---|---|---|---|\n");
        int left = Append(text, told, MaxTold);
        string[] added = [.. (expand
            ? diff.Findings.Where(IsFolded).Select(finding => Item(finding, DiffWriter.Message(finding.Change), 0))
            : summary.Added.Select(group => Item(group.Findings[0], group.Text, group.Findings.Count - 1)))];
        if (left > 0)
            text.Append($"\n{left} more are left out here; `--format text` prints all.\n");
        if (added.Length > 0)
        {
            text.Append(
                $"\n<details><summary>{summary.Additions} addition{(summary.Additions == 1 ? "" : "s")}</summary>\n\n");
            int more = Append(text, added, Max - 200);
            text.Append(more > 0 ? $"\n{more} more are left out here; `--format text --expand` prints all.\n" : "")
                .Append("\n</details>\n");
        }

        foreach ((int line, string message) in diff.Accept.Problems.Take(5))
            text.Append($"\n`{Code(diff.Accept.Path)}:{line}`: {Cell(message)}\n");
        return text.ToString();
    }

    private static bool IsFolded(DiffFinding finding) =>
        finding.Change.Severity == ChangeSeverity.Info && finding.Change.Rule.IsAddition;

    /// <returns>The number of lines that did not fit.</returns>
    private static int Append(StringBuilder text, string[] lines, int max)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (text.Length + lines[i].Length > max)
                return lines.Length - i;
            text.Append(lines[i]);
        }

        return 0;
    }

    private static string Row(DiffFinding finding, string message, int more) =>
        $"| {DiffWriter.Word(finding.Change.Severity)} [{finding.Change.Rule.Id}]({finding.Change.Rule.HelpLink}) | " +
        $"{Place(finding, more)} | {Cell(message)} | {Cell(DiffWriter.Details(finding))} |\n";

    private static string Item(DiffFinding finding, string message, int more) =>
        $"- {finding.Change.Rule.Id} {Cell(message)} {Place(finding, more)}\n";

    private static string Place(DiffFinding finding, int more) =>
        finding.At is { } place ? $"`{Code($"{place.Path}:{place.Line}")}`{(more > 0 ? $" and {more} more" : "")}" : "";

    // Escapes page text, so that it can't end a cell, mention a user or contain markup.
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        foreach (char c in text.Length > MaxCell ? text[..MaxCell] + "…" : text)
        {
            if (char.IsControl(c))
                cell.Append(' ');
            else if (c is '<')
                cell.Append("&lt;");
            else if (c is '@')
                cell.Append("&#64;");
            else if (c is '|' or '*' or '_' or '[' or ']' or '`' or '\\' or '#')
                cell.Append('\\').Append(c);
            else
                cell.Append(c);
        }

        return cell.ToString();
    }

    private static string Code(string text) =>
        text.Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
