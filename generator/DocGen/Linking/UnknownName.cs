namespace DocGen.Generator.Linking;

/// <summary>A name that no page defines, the page that mentions it, and the placeholder for it.</summary>
internal sealed record UnknownName(string Name, string Page, string ClassName);
