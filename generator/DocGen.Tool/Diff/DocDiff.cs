using DocGen.Generator.Surface;
using DocGen.Tool.Docs;

namespace DocGen.Tool.Diff;

/// <summary>What changed between two states of docs, each change at its place.</summary>
internal sealed class DocDiff
{
    private DocDiff(IReadOnlyList<DiffFinding> findings, IReadOnlyList<DiffFinding> accepted, AcceptFile accept)
    {
        Findings = findings;
        Accepted = accepted;
        Accept = accept;
        Dictionary<SurfaceChange, DiffFinding> byChange = findings.ToDictionary(finding => finding.Change, (IEqualityComparer<SurfaceChange>)ReferenceEqualityComparer.Instance);
        Groups =
        [
            .. ChangeGroup.Of(findings.Select(finding => finding.Change)).Select(group => new DiffGroup(group,
                [.. group.Changes.Select(change => byChange[change]).OrderBy(finding => finding.At?.Path, StringComparer.Ordinal).ThenBy(finding => finding.At?.Line)])),
        ];
    }

    /// <summary>The worst first.</summary>
    public IReadOnlyList<DiffFinding> Findings { get; }

    /// <summary>What the accept file names.</summary>
    public IReadOnlyList<DiffFinding> Accepted { get; }

    public IReadOnlyList<DiffGroup> Groups { get; }

    public AcceptFile Accept { get; }

    public bool BreaksWire => Findings.Any(finding => finding.Change.Wire == ChangeSeverity.Error);

    public bool BreaksSource => Findings.Any(finding => finding.Change.Source == ChangeSeverity.Error);

    public static DocDiff Of(DocSnapshot old, DocSnapshot current, AcceptFile? accept = null)
    {
        accept ??= AcceptFile.None;
        var places = new PlaceFinder(old, current);
        SurfaceChange[] changes = [.. SurfaceDiff.Of(old.Surface, current.Surface), .. MovedPages.Of(old, current)];
        DiffFinding[] all = [.. changes.Select(places.Place)];
        ILookup<bool, DiffFinding> accepted = all.ToLookup(finding => accept.Takes(finding.Change));
        return new DocDiff([.. accepted[false]], [.. accepted[true]], accept);
    }
}
