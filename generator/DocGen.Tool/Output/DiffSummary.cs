using DocGen.Generator.Surface;
using DocGen.Tool.Diff;

namespace DocGen.Tool.Output;

/// <summary>The result of a comparison, as numbers and as one line.</summary>
internal sealed class DiffSummary(DocDiff diff, string docs)
{
    public int Errors => Count(ChangeSeverity.Error);

    public int Warnings => Count(ChangeSeverity.Warning);

    public int Additions => diff.Findings.Count(IsAddition);

    /// <summary>The number of infos that are not additions.</summary>
    public int Notes =>
        diff.Findings.Count(finding =>
            finding.Change.Severity == ChangeSeverity.Info && !finding.Change.Rule.IsAddition);

    /// <summary>The groups that are not additions, errors first.</summary>
    public IEnumerable<DiffGroup> Told => diff.Groups.Where(group => !IsAddition(group.Findings[0]));

    public IEnumerable<DiffGroup> Added => diff.Groups.Where(group => IsAddition(group.Findings[0]));

    public override string ToString()
    {
        string[] parts =
        [
            .. Counted(Errors, "error", ChangeSeverity.Error), .. Counted(Warnings, "warning", ChangeSeverity.Warning),
            .. Some(Additions, "addition"), .. Some(Notes, "note"),
            .. diff.Accepted.Count > 0 ? (string[])[$"{diff.Accepted.Count} accepted"] : [],
        ];
        if (parts.Length == 0)
            return "Nothing changed for callers.";
        string breaks = $"{string.Join(", ", parts)}. Wire: {Word(diff.BreaksWire)}. C#: {Word(diff.BreaksSource)}.";
        return diff.BreaksWire || diff.BreaksSource
            ? $"{breaks} To accept: " +
                $"{(diff.HasSurfaceFile ? $"docgen accept {docs}" : $"a line in {docs}/{AcceptFile.Name}")}"
            : breaks;
    }

    private static string Word(bool breaks) => breaks ? "breaking" : "compatible";

    private static bool IsAddition(DiffFinding finding) =>
        finding.Change.Severity == ChangeSeverity.Info && finding.Change.Rule.IsAddition;

    private int Count(ChangeSeverity severity) => diff.Groups.Count(group => group.Severity == severity);

    private string[] Counted(int groups, string noun, ChangeSeverity severity)
    {
        int places = diff.Findings.Count(finding => finding.Change.Severity == severity);
        return groups == 0 ? [] : [Number(groups, noun) + (places > groups ? $" ({places} places)" : "")];
    }

    private static string[] Some(int number, string noun) => number == 0 ? [] : [Number(number, noun)];

    private static string Number(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
