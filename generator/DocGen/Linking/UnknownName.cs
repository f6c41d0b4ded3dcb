namespace DocGen.Generator.Linking;

/// <summary>An undefined type name, the page that mentions the name, and the placeholder class for it.</summary>
internal sealed record UnknownName(string Name, string Page, string ClassName);
