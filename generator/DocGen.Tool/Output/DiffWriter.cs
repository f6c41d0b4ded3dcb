using System.Text;
using DocGen.Generator.Surface;
using DocGen.Tool.Diff;

namespace DocGen.Tool.Output;

/// <summary>Writes a comparison in one of the formats.</summary>
internal static class DiffWriter
{
    /// <param name="diff">The comparison.</param>
    /// <param name="docs">The path of the new docs, as given on the command line.</param>
    /// <param name="expand">Whether to write each finding, with additions, instead of each group.</param>
    /// <returns>Text with LF line endings, also after the last line.</returns>
    public static string Write(Formats format, DocDiff diff, string docs, bool expand)
    {
        var summary = new DiffSummary(diff, docs);
        return format switch
        {
            Formats.Markdown => DiffMarkdown.Write(diff, summary, expand),
            Formats.Json => DiffJson.Write(diff, summary),
            Formats.Sarif => DiffSarif.Write(diff),
            Formats.GitHub => GitHub(diff, summary, expand),
            _ => Text(diff, summary, expand),
        };
    }

    public static string Word(ChangeSeverity severity) => severity switch
    {
        ChangeSeverity.Error => "error",
        ChangeSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The message of a single finding.</summary>
    public static string Message(SurfaceChange change) => $"{change.Subject}: {change.Text}";

    /// <summary>
    /// Returns the line below a finding: its effect on C#, its old position, and whether only an example had the
    /// element.
    /// </summary>
    public static string Details(DiffFinding finding) => string.Join("; ", ((string[])
    [
        finding.Change.CSharp, finding.Was is { } was ? "it was at " + was : "",
        finding.Change.IsShownOnly ? "it was only in an example" : "",
    ]).Where(text => text.Length > 0));

    private static string Text(DocDiff diff, DiffSummary summary, bool expand)
    {
        var text = new StringBuilder();
        if (expand)
        {
            foreach (DiffFinding finding in diff.Findings)
                Line(text, finding, 0, Message(finding.Change));
        }
        else
        {
            foreach (DiffGroup group in summary.Told)
                Line(text, group.Findings[0], group.Findings.Count - 1, group.Text);
        }

        foreach ((int line, string message) in diff.Accept.Problems)
            text.Append($"{diff.Accept.Path}({line},1): warning: {Plain(message)}\n");
        return text.Append(summary).Append('\n').ToString();
    }

    private static void Line(StringBuilder text, DiffFinding finding, int more, string message)
    {
        if (finding.At is { } place)
            text.Append(place).Append(more > 0 ? $" and {more} more" : "").Append(": ");
        text.Append(
            $"{Word(finding.Change.Severity)} {finding.Change.Rule.Id} [{finding.Change.Category}] {Plain(message)}\n");
        if (Details(finding) is { Length: > 0 } details)
            text.Append("    C#: ").Append(Plain(details)).Append('\n');
    }

    private static string GitHub(DocDiff diff, DiffSummary summary, bool expand)
    {
        var text = new StringBuilder();
        IEnumerable<(DiffFinding Finding, string Message)> told = expand
            ? diff.Findings.Select(finding => (finding, Message(finding.Change)))
            : summary.Told.Select(group =>
                (group.Findings[0], group.Text
                    + (group.Findings.Count > 1 ? $" ({group.Findings.Count} places)" : "")));
        foreach ((DiffFinding finding, string message) in told)
        {
            string command = finding.Change.Severity switch
            {
                ChangeSeverity.Error => "error",
                ChangeSeverity.Warning => "warning",
                _ => "notice"
            };
            // A removed file has no line to annotate.
            string place = finding.At is { IsOld: false } at
                ? $"file={FindingWriter.Property(at.Path)},line={at.Line},col={at.Column},endLine={at.Line},"
                : "";
            string details = Details(finding) is { Length: > 0 } more ? "\n" + more : "";
            text.Append(
                $"::{command} " +
                $"{place}title={FindingWriter.Property(finding.Change.Rule.Id + ": " + finding.Change.Rule.Title)}::" +
                $"{FindingWriter.Data(Shown(message) + Shown(details))}\n");
        }

        foreach ((int line, string message) in diff.Accept.Problems)
            text.Append(
                $"::warning " +
                $"file={FindingWriter.Property(diff.Accept.Path)},line={line},title={AcceptFile.Name}::" +
                $"{FindingWriter.Data(Shown(message))}\n");
        return text.Append(summary).Append('\n').ToString();
    }

    /// <summary>Returns page text for a terminal, on one line and without control characters.</summary>
    private static string Plain(string text) => Shown(text).Replace('\n', ' ');

    private static string Shown(string text) =>
        string.Concat(text.Select(c => c != '\n' && char.IsControl(c) ? ' ' : c));
}
