using DocGen.Generator.Surface;
using DocGen.Tool.Diff;

namespace DocGen.Corpus;

/// <summary>A state of docs beside the one before.</summary>
/// <param name="IsChanged">Its surface is another.</param>
/// <param name="Markdown">How long the comment on it would be.</param>
internal sealed record HistoryState(string Commit, DocDiff Diff, bool IsChanged, int Markdown)
{
    public IEnumerable<DiffFinding> Told => Diff.Findings.Where(finding => finding.Change.Severity >= ChangeSeverity.Warning);

    public IEnumerable<DiffGroup> Groups => Diff.Groups.Where(group => group.Severity >= ChangeSeverity.Warning);
}
