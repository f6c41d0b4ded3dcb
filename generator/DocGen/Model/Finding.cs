namespace DocGen.Generator.Model;

/// <summary>A problem in the docs, with its position. The rule defines its severity.</summary>
internal readonly record struct Finding(string RuleId, SourceSpan Span, EquatableArray<string> Arguments);
