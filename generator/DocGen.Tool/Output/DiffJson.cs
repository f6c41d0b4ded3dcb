using System.Text;
using System.Text.Json;
using DocGen.Tool.Diff;

namespace DocGen.Tool.Output;

/// <summary>Writes a comparison as JSON: every finding, in its group.</summary>
internal static class DiffJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    public static string Write(DocDiff diff, DiffSummary summary)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("errors", summary.Errors);
            json.WriteNumber("warnings", summary.Warnings);
            json.WriteNumber("additions", summary.Additions);
            json.WriteNumber("notes", summary.Notes);
            json.WriteNumber("accepted", diff.Accepted.Count);
            json.WriteBoolean("breaksWire", diff.BreaksWire);
            json.WriteBoolean("breaksSource", diff.BreaksSource);
            json.WriteStartArray("groups");
            foreach (DiffGroup group in diff.Groups)
                Group(json, group);
            json.WriteEndArray();
            json.WriteStartArray("acceptProblems");
            foreach ((int line, string message) in diff.Accept.Problems)
            {
                json.WriteStartObject();
                json.WriteString("path", diff.Accept.Path);
                json.WriteNumber("line", line);
                json.WriteString("message", message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    private static void Group(Utf8JsonWriter json, DiffGroup group)
    {
        json.WriteStartObject();
        json.WriteString("rule", group.Rule.Id);
        json.WriteString("category", group.Changes.Category);
        json.WriteString("severity", DiffWriter.Word(group.Severity));
        json.WriteString("wire", group.Changes.Wire.ToString().ToLowerInvariant());
        json.WriteString("source", group.Changes.Source.ToString().ToLowerInvariant());
        json.WriteString("message", group.Text);
        json.WriteString("help", group.Rule.HelpLink);
        json.WriteStartArray("findings");
        foreach (DiffFinding finding in group.Findings)
        {
            json.WriteStartObject();
            json.WriteString("identity", finding.Change.Identity);
            json.WriteString("subject", finding.Change.Subject);
            json.WriteString("message", finding.Change.Text);
            json.WriteString("old", finding.Change.Old);
            json.WriteString("new", finding.Change.New);
            json.WriteString("csharp", finding.Change.CSharp);
            json.WriteString("evidence", finding.Change.IsShownOnly ? "example" : "stated");
            Place(json, "at", finding.At);
            Place(json, "was", finding.Was);
            json.WriteString("fingerprint", finding.Fingerprint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, string name, DiffPlace? place)
    {
        if (place is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("path", place.Path);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteBoolean("isOld", place.IsOld);
        json.WriteEndObject();
    }
}
