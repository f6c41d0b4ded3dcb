namespace DocGen.Tool.Diff;

/// <summary>A position in the old or the new docs.</summary>
/// <param name="Path">The path for messages: relative to the current directory, or prefixed by a revision.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="IsOld">Whether the position is in the old docs. CI systems can't annotate it there.</param>
internal sealed record DiffPlace(string Path, int Line, int Column, bool IsOld)
{
    public override string ToString() => $"{Path}({Line},{Column})";
}
