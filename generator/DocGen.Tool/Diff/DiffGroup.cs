using DocGen.Generator.Surface;

namespace DocGen.Tool.Diff;

/// <summary>Findings of one rule that one edit makes.</summary>
/// <param name="Findings">In the order of their places, at least one.</param>
internal sealed record DiffGroup(ChangeGroup Changes, IReadOnlyList<DiffFinding> Findings)
{
    public SurfaceRule Rule => Changes.Rule;

    public ChangeSeverity Severity => Changes.Severity;

    public string Text => Changes.Text;
}
