namespace DocGen.Tool.Docs;

/// <summary>A page as text.</summary>
/// <param name="Path">The path relative to the folder of the docs, with forward slashes.</param>
/// <param name="Id">The git object id of its content, or null for a file on disk.</param>
internal sealed record DocPage(string Path, string Text, string? Id = null);
