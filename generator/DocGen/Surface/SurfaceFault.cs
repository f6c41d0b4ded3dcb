namespace DocGen.Generator.Surface;

/// <summary>A line of a surface file that says nothing, because it is not as the format has it.</summary>
/// <param name="Line">From 0.</param>
/// <param name="Text">The line, or what is wrong with the file as a whole.</param>
internal sealed record SurfaceFault(int Line, string Text);
