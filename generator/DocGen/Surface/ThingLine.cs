namespace DocGen.Generator.Surface;

/// <summary>A line that a change may be about.</summary>
/// <param name="Line">From 0.</param>
/// <param name="Column">From 0.</param>
/// <param name="Weight">How sure that is: a row of a table or a request line more than a word in a sentence.</param>
internal readonly record struct ThingLine(int Line, int Column, int Weight);
