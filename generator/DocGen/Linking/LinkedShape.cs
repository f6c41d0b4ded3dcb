using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A class for an object that only JSON shows, with its file and the page that shows it.</summary>
internal sealed record LinkedShape(string File, string Page, StructuredType Type);
