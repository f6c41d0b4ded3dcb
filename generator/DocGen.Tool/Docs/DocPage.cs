namespace DocGen.Tool.Docs;

/// <summary>A page as text.</summary>
/// <param name="Path">Relative to the docs' folder, with forward slashes.</param>
/// <param name="Id">The git object id of its content, or null for a file on disk.</param>
internal sealed record DocPage(string Path, string Text, string? Id = null);
