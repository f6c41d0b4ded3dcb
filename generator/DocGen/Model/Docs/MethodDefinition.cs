namespace DocGen.Generator.Model;

/// <summary>A row of a table of methods.</summary>
/// <param name="Page">The page on the method.</param>
/// <param name="Returns">The type that it returns, or a word that is none; null where the row names neither.</param>
/// <param name="IsClear">False where what the row says of it can't be read: that is not to say that it returns
/// nothing.</param>
internal sealed record MethodDefinition(string Page, DocType? Returns, bool IsClear = true);
