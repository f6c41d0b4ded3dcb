using System.Reflection;
using System.Text;
using System.Text.Json;
using DocGen.Tool.Docs;
using Microsoft.CodeAnalysis;

namespace DocGen.Tool.Output;

/// <summary>Writes findings as SARIF 2.1.0, the format of code scanning.</summary>
internal static class SarifWriter
{
    /// <summary>The maximum number of results that GitHub reports for a run. Errors come first.</summary>
    public const int MaxResults = 5_000;

    public static string Write(IReadOnlyList<DocFinding> findings)
    {
        DocFinding[] shown = [.. findings.OrderByDescending(finding => finding.Severity).Take(MaxResults)];
        DocFinding[] rules = [.. shown.GroupBy(finding => finding.Id).Select(same => same.First())
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        return Write(
            [.. rules.Select(rule => (rule.Id, rule.Title, rule.HelpLink))],
            json =>
            {
                foreach (DocFinding finding in shown)
                    Result(json, finding, Array.FindIndex(rules, rule => rule.Id == finding.Id));
            });
    }

    /// <param name="rules">The rules of the results.</param>
    /// <param name="results">Writes the results into their array.</param>
    public static string Write(IReadOnlyList<(string Id, string Title, string HelpLink)> rules,
        Action<Utf8JsonWriter> results)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            Tool(json, rules);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            results(json);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    public static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    public static void Location(Utf8JsonWriter json, string path, int line, int column,
        (int Line, int Column)? end = null)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", line);
        json.WriteNumber("startColumn", column);
        if (end is { } last)
        {
            json.WriteNumber("endLine", last.Line);
            json.WriteNumber("endColumn", last.Column);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Tool(Utf8JsonWriter json, IReadOnlyList<(string Id, string Title, string HelpLink)> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "docgen");
        string version = typeof(SarifWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;
        json.WriteString("semanticVersion", version.Split('+')[0]);
        json.WriteStartArray("rules");
        foreach ((string id, string title, string helpLink) in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            Text(json, "shortDescription", title);
            if (Uri.IsWellFormedUriString(helpLink, UriKind.Absolute))
                json.WriteString("helpUri", helpLink);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, DocFinding finding, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level",
            finding.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "note"
            });
        Text(json, "message", finding.Message);
        json.WriteStartArray("locations");
        if (finding.Path.Length > 0)
            Location(json, finding.Path, finding.Line, finding.Column, (finding.EndLine, finding.EndColumn));
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
