using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A class for an unnamed JSON object, with its file and the page that shows the object.</summary>
internal sealed record LinkedShape(string File, string Page, StructuredType Type);
