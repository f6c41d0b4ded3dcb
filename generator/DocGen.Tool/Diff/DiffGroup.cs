using DocGen.Generator.Surface;

namespace DocGen.Tool.Diff;

/// <summary>The findings of one rule that one edit causes.</summary>
/// <param name="Findings">At least one, ordered by path and line.</param>
internal sealed record DiffGroup(ChangeGroup Changes, IReadOnlyList<DiffFinding> Findings)
{
    public SurfaceRule Rule => Changes.Rule;

    public ChangeSeverity Severity => Changes.Severity;

    public string Text => Changes.Text;
}
