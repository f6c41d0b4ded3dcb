using System.Text.Json;
using DocGen.Generator.Surface;
using DocGen.Tool.Diff;

namespace DocGen.Tool.Output;

/// <summary>Writes a comparison as SARIF 2.1.0, the format of code scanning.</summary>
internal static class DiffSarif
{
    public static string Write(DocDiff diff)
    {
        DiffFinding[] shown = [.. diff.Findings.Take(SarifWriter.MaxResults)];
        SurfaceRule[] rules = [.. shown.Select(finding => finding.Change.Rule).Distinct()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        return SarifWriter.Write(
            [.. rules.Select(rule => (rule.Id, rule.Title, rule.HelpLink))],
            json =>
            {
                foreach (DiffFinding finding in shown)
                    Result(json, finding, Array.IndexOf(rules, finding.Change.Rule));
            });
    }

    private static void Result(Utf8JsonWriter json, DiffFinding finding, int rule)
    {
        SurfaceChange change = finding.Change;
        string details = DiffWriter.Details(finding);
        json.WriteStartObject();
        json.WriteString("ruleId", change.Rule.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level",
            change.Severity switch
            {
                ChangeSeverity.Error => "error",
                ChangeSeverity.Warning => "warning",
                _ => "note"
            });
        SarifWriter.Text(json, "message", DiffWriter.Message(change) + (details.Length > 0 ? "\n" + details : ""));
        json.WriteStartArray("locations");
        // The file of a removed page does not exist in the new docs, so code scanning can't show it.
        if (finding.At is { IsOld: false } place)
            SarifWriter.Location(json, place.Path, place.Line, place.Column);
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("docgen/v1", finding.Fingerprint);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("category", change.Category);
        json.WriteString("identity", change.Identity);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
