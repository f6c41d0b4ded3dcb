using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The class of an object that only JSON shows, the file that it belongs into, and the page that shows
/// it.</summary>
internal sealed record LinkedShape(string File, string Page, StructuredType Type);
