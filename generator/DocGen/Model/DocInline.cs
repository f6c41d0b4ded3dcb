using System.Text;

namespace DocGen.Generator.Model;

/// <summary>A run of documentation text: what the docs say, neither Markdown nor XML any more.</summary>
internal readonly record struct DocInline(DocInlineKind Kind, string Text, string? Target = null);
