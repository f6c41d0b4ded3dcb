namespace DocGen.Generator.Model;

/// <summary>Something a docs author should know, at its place. The rule says how bad it is.</summary>
internal readonly record struct Finding(string RuleId, SourceSpan Span, EquatableArray<string> Arguments);
