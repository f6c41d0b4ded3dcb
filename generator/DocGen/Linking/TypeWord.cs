namespace DocGen.Generator.Linking;

/// <summary>A word that may mean a type in another language, and the page to which the word links.</summary>
internal readonly record struct TypeWord(string Word, string? Page);
