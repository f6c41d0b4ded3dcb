namespace DocGen.Tool.Diff;

/// <summary>A place in the old or the new docs.</summary>
/// <param name="Path">The path as it is printed: relative to the current directory, or prefixed by a revision.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="IsOld">Whether the place is in the old docs, where CI systems can't annotate it.</param>
internal sealed record DiffPlace(string Path, int Line, int Column, bool IsOld)
{
    public override string ToString() => $"{Path}({Line},{Column})";
}
