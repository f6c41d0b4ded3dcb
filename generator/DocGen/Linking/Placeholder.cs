namespace DocGen.Generator.Linking;

/// <summary>The class for a type that pages name but no page defines.</summary>
/// <param name="Name">The name as the first page that mentions it spells it.</param>
internal sealed record Placeholder(string Name, string Page, string ClassName);
