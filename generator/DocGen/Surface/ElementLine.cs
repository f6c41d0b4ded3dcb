namespace DocGen.Generator.Surface;

/// <summary>A line that may document the element of a change.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Column">The column, from 0.</param>
/// <param name="Weight">The confidence: a table row or a request line weighs more than a word in a sentence.</param>
internal readonly record struct ElementLine(int Line, int Column, int Weight);
