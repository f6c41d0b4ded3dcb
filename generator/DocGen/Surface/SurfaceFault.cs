namespace DocGen.Generator.Surface;

/// <summary>A line of a surface file that is ignored because it does not match the format.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Text">The line, or a message about the file as a whole.</param>
internal sealed record SurfaceFault(int Line, string Text);
