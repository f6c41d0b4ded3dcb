namespace DocGen.Generator.Model;

/// <summary>A place in a page: offsets, and the zero-based lines and columns that compilers print.</summary>
/// <param name="Included">The path of the included file that the place is in, or null for the page itself.</param>
internal readonly record struct SourceSpan(
    int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn, string? Included = null);
