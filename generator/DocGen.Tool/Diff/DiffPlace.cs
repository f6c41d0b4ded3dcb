namespace DocGen.Tool.Diff;

/// <summary>A place in the docs before or after.</summary>
/// <param name="Path">As it is shown: below the current directory, or behind a revision.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="IsOld">The file is that of the old docs: no annotation can stand there.</param>
internal sealed record DiffPlace(string Path, int Line, int Column, bool IsOld)
{
    public override string ToString() => $"{Path}({Line},{Column})";
}
