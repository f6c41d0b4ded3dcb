namespace DocGen.Generator.Model;

/// <summary>A position in a page: offsets, and zero-based lines and columns.</summary>
/// <param name="Included">The path of the included file that contains the position, or null for the page
/// itself.</param>
internal readonly record struct SourceSpan(
    int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn, string? Included = null);
