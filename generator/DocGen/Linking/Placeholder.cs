namespace DocGen.Generator.Linking;

/// <summary>The class for a type that pages mention but no page defines.</summary>
/// <param name="Name">The name as written on the first page that mentions the type.</param>
internal sealed record Placeholder(string Name, string Page, string ClassName);
