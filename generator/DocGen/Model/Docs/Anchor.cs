namespace DocGen.Generator.Model;

/// <summary>
/// The position of a named item on a page. Findings of the linking stage refer to items by their keys.
/// </summary>
internal readonly record struct Anchor(string Key, SourceSpan Span);
