namespace DocGen.Generator.Linking;

/// <summary>A name that no page defines, the page that mentions it, and its placeholder class.</summary>
internal sealed record UnknownName(string Name, string Page, string ClassName);
