namespace DocGen.Generator.Model;

/// <summary>A header of a message in an example.</summary>
internal readonly record struct ShownHeader(string Name, string Value);
