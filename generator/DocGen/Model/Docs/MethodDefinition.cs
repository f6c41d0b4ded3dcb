namespace DocGen.Generator.Model;

/// <summary>A row of a table of methods.</summary>
/// <param name="Page">The page about the method.</param>
/// <param name="Returns">The return type, or a word that is not a type; null if the row names neither.</param>
/// <param name="IsClear">False if the return type in the row can't be parsed. The method may then return a value,
/// although <paramref name="Returns"/> is null.</param>
internal sealed record MethodDefinition(string Page, DocType? Returns, bool IsClear = true);
