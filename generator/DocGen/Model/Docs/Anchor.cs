namespace DocGen.Generator.Model;

/// <summary>The position of an item on a page that a finding of linking may refer to.</summary>
internal readonly record struct Anchor(string Key, SourceSpan Span);
