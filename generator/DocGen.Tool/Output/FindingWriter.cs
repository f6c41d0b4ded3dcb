using System.Text;
using System.Text.Json;
using DocGen.Tool.Docs;
using Microsoft.CodeAnalysis;

namespace DocGen.Tool.Output;

/// <summary>Writes findings and the summary in one of the formats.</summary>
internal static class FindingWriter
{
    /// <summary>GitHub refuses comments of more than 65,536 characters.</summary>
    private const int MaxMarkdown = 60_000;

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <returns>Text with LF line endings, also after the last line.</returns>
    public static string Write(Formats format, IReadOnlyList<DocFinding> findings, Summary summary) => format switch
    {
        Formats.Markdown => Markdown(findings, summary),
        Formats.Json => Json(findings, summary),
        Formats.Sarif => SarifWriter.Write(findings),
        Formats.GitHub => GitHub(findings, summary),
        _ => Text(findings, summary),
    };

    public static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    private static string Text(IReadOnlyList<DocFinding> findings, Summary summary)
    {
        var text = new StringBuilder();
        foreach (DocFinding finding in findings)
            text.Append(Place(finding)).Append(Word(finding.Severity)).Append(' ').Append(finding.Id).Append(": ")
                .Append(finding.Message).Append('\n');
        return text.Append(summary).Append('\n').ToString();
    }

    private static string Place(DocFinding finding) =>
        finding.Path.Length == 0 ? "" : $"{finding.Path}({finding.Line},{finding.Column}): ";

    private static string Markdown(IReadOnlyList<DocFinding> findings, Summary summary)
    {
        var text = new StringBuilder("**").Append(summary).Append("**\n");
        if (findings.Count > 0)
            text.Append("\n| | where | what |\n|---|---|---|\n");
        int written = 0;
        foreach (DocFinding finding in findings)
        {
            string row =
                $"| {Word(finding.Severity)} [{finding.Id}]({finding.HelpLink}) | " +
                $"`{Cell($"{finding.Path}:{finding.Line}")}` | {Cell(finding.Message)} |\n";
            if (text.Length + row.Length > MaxMarkdown)
                break;
            text.Append(row);
            written++;
        }

        if (written < findings.Count)
            text.Append('\n').Append(findings.Count - written)
                .Append(" more are left out here; `--format text` prints all.\n");
        return text.ToString();
    }

    private static string Cell(string text) => text.Replace('\n', ' ').Replace("|", "\\|").Replace("<", "&lt;");

    private static string Json(IReadOnlyList<DocFinding> findings, Summary summary)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("pages", summary.Pages);
            json.WriteNumber("operations", summary.Operations);
            json.WriteNumber("types", summary.Types);
            json.WriteStartArray("findings");
            foreach (DocFinding finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("id", finding.Id);
                json.WriteString("severity", Word(finding.Severity));
                json.WriteString("message", finding.Message);
                if (finding.Path.Length > 0)
                {
                    json.WriteString("path", finding.Path);
                    json.WriteNumber("line", finding.Line);
                    json.WriteNumber("column", finding.Column);
                }

                json.WriteString("help", finding.HelpLink);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    private static string GitHub(IReadOnlyList<DocFinding> findings, Summary summary)
    {
        var text = new StringBuilder();
        foreach (DocFinding finding in findings)
        {
            string command = finding.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "notice"
            };
            string place = finding.Path.Length == 0 ? ""
                : $"file={Property(finding.Path)},line={finding.Line},col={finding.Column},endLine={finding.EndLine},";
            text.Append(
                $"::{command} {place}title={Property(finding.Id + ": " + finding.Title)}::{Data(finding.Message)}\n");
        }

        return text.Append(summary).Append('\n').ToString();
    }

    // Escapes text for workflow commands, so that page text can't end a command or a property of it.
    public static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    public static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
