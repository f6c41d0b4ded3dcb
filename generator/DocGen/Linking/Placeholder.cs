namespace DocGen.Generator.Linking;

/// <summary>A class for a type that pages name and none defines.</summary>
/// <param name="Name">As the page that mentions it first writes it.</param>
internal sealed record Placeholder(string Name, string Page, string ClassName);
