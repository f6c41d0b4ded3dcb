namespace DocGen.Generator.Model;

/// <summary>Where on a page something stands that linking may have a finding about.</summary>
internal readonly record struct Anchor(string Key, SourceSpan Span);
