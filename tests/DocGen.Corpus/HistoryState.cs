using DocGen.Generator.Surface;
using DocGen.Tool.Diff;

namespace DocGen.Corpus;

/// <summary>A state of the docs compared with the previous state.</summary>
/// <param name="IsChanged">Whether the surface changed.</param>
/// <param name="Markdown">The length in characters of the Markdown comment on the change.</param>
internal sealed record HistoryState(string Commit, DocDiff Diff, bool IsChanged, int Markdown)
{
    /// <summary>
    /// The C# names and shapes that change although the previous state was accepted. There must be none.
    /// </summary>
    public IReadOnlyList<string> Renamed { get; init; } = [];

    /// <summary>The number of C# names and shapes that change if nothing is accepted.</summary>
    public int Unpinned { get; init; }

    /// <summary>
    /// The identities that are added but not removed when the two states are swapped, or the reverse. There must be
    /// none.
    /// </summary>
    public IReadOnlyList<string> OneWay { get; init; } = [];

    public IEnumerable<DiffFinding> Told =>
        Diff.Findings.Where(finding => finding.Change.Severity >= ChangeSeverity.Warning);

    public IEnumerable<DiffGroup> Groups => Diff.Groups.Where(group => group.Severity >= ChangeSeverity.Warning);
}
