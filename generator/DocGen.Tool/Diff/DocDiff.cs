using DocGen.Generator.Surface;
using DocGen.Tool.Docs;

namespace DocGen.Tool.Diff;

/// <summary>The changes between two states of the docs, with their positions.</summary>
internal sealed class DocDiff
{
    private DocDiff(IReadOnlyList<DiffFinding> findings, IReadOnlyList<DiffFinding> accepted, AcceptFile accept)
    {
        Findings = findings;
        Accepted = accepted;
        Accept = accept;
        Dictionary<SurfaceChange, DiffFinding> byChange = findings.ToDictionary(finding => finding.Change,
            (IEqualityComparer<SurfaceChange>)ReferenceEqualityComparer.Instance);
        Groups =
        [
            .. ChangeGroup.Of(findings.Select(finding => finding.Change)).Select(group => new DiffGroup(group,
                [.. group.Changes.Select(change => byChange[change])
                    .OrderBy(finding => finding.At?.Path, StringComparer.Ordinal)
                    .ThenBy(finding => finding.At?.Line)])),
        ];
    }

    /// <summary>The findings by severity, errors first.</summary>
    public IReadOnlyList<DiffFinding> Findings { get; }

    /// <summary>The changes that the accept file or the surface file accepts.</summary>
    public IReadOnlyList<DiffFinding> Accepted { get; }

    public IReadOnlyList<DiffGroup> Groups { get; }

    public AcceptFile Accept { get; }

    /// <summary>Whether the new docs have a surface file.</summary>
    public bool HasSurfaceFile { get; private init; }

    public bool BreaksWire => Findings.Any(finding => finding.Change.Wire == ChangeSeverity.Error);

    public bool BreaksSource => Findings.Any(finding => finding.Change.Source == ChangeSeverity.Error);

    public static DocDiff Of(DocSnapshot old, DocSnapshot current, AcceptFile? accept = null)
    {
        accept ??= AcceptFile.None;
        var places = new PlaceFinder(old, current);
        var evidence = new Evidence(old);
        SurfaceChange[] changes = [
            .. SurfaceDiff.Of(old.Surface, current.Surface)
                .Select(change => evidence.Weigh(ByPages(change, old, current))), .. MovedPages.Of(old, current)];
        DiffFinding[] all = [.. changes.OrderByDescending(change => change.Severity).Select(places.Place)];
        HashSet<(string, string)>? open = current.Accepted is { } file
            ? [.. SurfaceDiff.Of(file with { IsFromFile = true }, current.Surface with { IsFromFile = true })
                .Select(change => (change.Rule.Id, change.Identity))] : null;
        ILookup<bool, DiffFinding> accepted = all.ToLookup(
            finding => accept.Takes(finding.Change) || IsAccepted(finding.Change, open));
        return new DocDiff([.. accepted[false]], [.. accepted[true]],
            accept)
        { HasSurfaceFile = current.Accepted is not null };
    }

    /// <summary>
    /// Gives the changes of pages that were removed or renamed together the same cause, because they are one edit.
    /// </summary>
    private static SurfaceChange ByPages(SurfaceChange change, DocSnapshot old, DocSnapshot current)
    {
        if (change.OldElement is not { } element || old.PagesOf(element.Owner) is not { Length: > 0 } pages
            || Array.Exists(pages, current.Pages.ContainsKey))
            return change;
        if (change.Rule == SurfaceRules.OperationRemoved || change.Rule == SurfaceRules.TypeRemoved)
            return change with { Cause = "pages that are gone" };
        return change.Rule == SurfaceRules.NameChanged && element.Kind == SurfaceElementKind.Operation
            ? change with { Cause = "pages with other names" }
            : change;
    }

    /// <summary>
    /// Whether the surface file accepts a break because it already contains the change. The file contains no service
    /// roots, permissions and pages. Additions need no acceptance.
    /// </summary>
    private static bool IsAccepted(SurfaceChange change, HashSet<(string, string)>? open) =>
        open is not null && change.Severity >= ChangeSeverity.Warning && change.Rule != SurfaceRules.ServiceRootChanged
        && change.Rule != SurfaceRules.PermissionRaised
        && !open.Contains((change.Rule.Id, change.Identity));
}
