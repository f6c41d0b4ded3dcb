using DocGen.Generator.Surface;
using DocGen.Tool.Diff;

namespace DocGen.Corpus;

/// <summary>A state of docs beside the one before.</summary>
/// <param name="IsChanged">Its surface is another.</param>
/// <param name="Markdown">How long the comment on it would be.</param>
internal sealed record HistoryState(string Commit, DocDiff Diff, bool IsChanged, int Markdown)
{
    /// <summary>C# names and shapes that change although the state before was accepted: there must be none.</summary>
    public IReadOnlyList<string> Renamed { get; init; } = [];

    /// <summary>How many change where nothing is accepted.</summary>
    public int Unpinned { get; init; }

    /// <summary>Identities that are added and not removed on the way back, or the reverse: there must be
    /// none.</summary>
    public IReadOnlyList<string> OneWay { get; init; } = [];

    public IEnumerable<DiffFinding> Told =>
        Diff.Findings.Where(finding => finding.Change.Severity >= ChangeSeverity.Warning);

    public IEnumerable<DiffGroup> Groups => Diff.Groups.Where(group => group.Severity >= ChangeSeverity.Warning);
}
