namespace DocGen.Generator.Model;

/// <summary>A header of a message that a page shows.</summary>
internal readonly record struct ShownHeader(string Name, string Value);
