using System.Text;

namespace DocGen.Generator.Model;

/// <summary>A run of documentation text, without Markdown or XML markup.</summary>
internal readonly record struct DocInline(DocInlineKind Kind, string Text, string? Target = null);
