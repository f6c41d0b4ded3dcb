using DocGen.Generator.Surface;
using DocGen.Tool.Diff;
using DocGen.Tool.Docs;

namespace DocGen.Tests.Surface;

/// <summary>
/// Each edit in the table gives only the finding of its rule, at the edited line. Edits that do not affect callers
/// give no finding.
/// </summary>
[Trait("Speed", "Slow")]
public class SurfaceMutationTests
{
    /// <summary>The ids of the rules that other tests cover, so the table has no edit for them.</summary>
    private static readonly string[] OnSurfaces = ["URL_SLASHES_CHANGED", "RESPONSE_CLASS_CHANGED", "PAGE_MOVED"];

    public static TheoryData<string> Rules => [.. MutationTable.Findings.Select(mutation => mutation.Name)];

    public static TheoryData<string> Silent => [.. MutationTable.Nothing.Select(mutation => mutation.Name)];

    [Fact]
    public void Each_rule_has_an_edit() => Assert.Equal(
        SurfaceRules.All.Select(rule => rule.Id).Except(OnSurfaces).Order(StringComparer.Ordinal),
        MutationTable.Findings.Select(mutation => mutation.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void An_edit_gives_only_the_finding_of_its_rule_at_the_edited_line(string rule)
    {
        Mutation mutation = MutationTable.Findings.Single(mutation => mutation.Name == rule);
        (DocSource old, DocSource current) = mutation.Apply();

        DocDiff diff = Diff(old, current);

        DiffGroup group = Assert.Single(diff.Groups,
            group => group.Severity >= ChangeSeverity.Warning || group.Rule.Id == rule);
        Assert.Equal(rule, group.Rule.Id);
        DiffFinding first = group.Findings[0];
        DiffPlace place = Assert.IsType<DiffPlace>(mutation.IsOld ? first.Was ?? first.At : first.At);
        DocSource docs = place.IsOld ? old : current;
        string text = docs.Pages.Single(page => docs.Prefix + page.Path == place.Path).Text;
        Assert.Contains(mutation.Line, text.Split('\n')[place.Line - 1], StringComparison.Ordinal);
        Assert.True(first.IsOnChange);
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void An_edit_without_effect_on_callers_gives_no_finding(string name)
    {
        (DocSource old, DocSource current) = MutationTable.Nothing.Single(mutation => mutation.Name == name).Apply();

        Assert.Empty(Diff(old, current).Findings.Where(finding => finding.Change.Rule != SurfaceRules.PageMoved)
            .Select(finding => finding.Change.ToString()));
    }

    [Fact]
    public void At_least_40_edits_give_no_finding() => Assert.True(MutationTable.Nothing.Length >= 40);

    /// <summary>Compares the docs in both directions: an addition in one direction is a removal in the other.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Additions_become_removals_if_the_edit_is_undone(string rule)
    {
        (DocSource old, DocSource current) = MutationTable.Findings.Single(mutation => mutation.Name == rule).Apply();

        DocDiff there = Diff(old, current);
        DocDiff back = Diff(current, old);

        Assert.Equal(Names(there, "_ADDED"), Names(back, "_REMOVED"));
        Assert.Equal(Names(there, "_REMOVED"), Names(back, "_ADDED"));
        Assert.Empty(Diff(current, current).Findings);
    }

    [Fact]
    public void A_moved_page_is_reported()
    {
        (DocSource old, DocSource current) = MutationTable.Nothing.Single(
            mutation => mutation.Name == "a page elsewhere").Apply();

        DiffFinding moved = Assert.Single(Diff(old, current).Findings);
        Assert.Equal(("PAGE_MOVED", "resources/quota.md", "resources/space/quota.md"),
            (moved.Change.Rule.Id, moved.Change.Old, moved.Change.New));
    }

    /// <summary>The removed header is in an example response, but in no table or sentence.</summary>
    [Fact]
    public void A_wire_change_that_only_an_example_shows_is_one_level_less_severe()
    {
        SurfaceChange Removal(params Action<Dictionary<string, string>>[] setup)
        {
            (DocSource old, DocSource current) = new Mutation("", "", true,
                [Mutation.Replace("api/permission-get.md", "ETag: \"7\"\n", "")],
                [Mutation.Replace("api/permission-get.md", "HTTP/1.1 200 OK\n", "HTTP/1.1 200 OK\nETag: \"7\"\n"),
                    .. setup]).Apply();
            return Assert.Single(Diff(old, current).Findings).Change;
        }

        SurfaceChange shown = Removal();
        SurfaceChange stated = Removal(
            Mutation.Replace("api/permission-get.md", "in the response body.",
                "in the response body, and an `ETag` header."));

        Assert.Equal(("RESPONSE_HEADER_REMOVED", true, ChangeSeverity.Info, ChangeSeverity.Error),
            (shown.Rule.Id, shown.IsShownOnly, shown.Wire, shown.Source));
        Assert.Equal(("RESPONSE_HEADER_REMOVED", false, ChangeSeverity.Warning),
            (stated.Rule.Id, stated.IsShownOnly, stated.Wire));
    }

    private static string[] Names(DocDiff diff, string ending) =>
        [.. diff.Findings.Where(finding => EndingOf(finding.Change.Rule) == ending)
            .Select(finding => finding.Change.Identity).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Returns the end of the rule id. A type that becomes a placeholder counts as removed, because its definition is
    /// gone.
    /// </summary>
    private static string EndingOf(SurfaceRule rule) =>
        rule.IsAddition
            ? "_ADDED"
            : rule == SurfaceRules.TypeBecamePlaceholder || rule.Id.EndsWith("_REMOVED", StringComparison.Ordinal)
            ? "_REMOVED"
            : "";

    private static DocDiff Diff(DocSource old, DocSource current)
    {
        var reader = new DocReader();
        return DocDiff.Of(reader.Read(old), reader.Read(current));
    }
}
