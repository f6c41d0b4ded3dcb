namespace DocGen.Generator.Model;

/// <summary>A field of a form that a command sends.</summary>
/// <param name="Value">The text, or the path of the file.</param>
internal readonly record struct ShownField(string Name, string Value, bool IsFile);
