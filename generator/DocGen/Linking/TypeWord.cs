namespace DocGen.Generator.Linking;

/// <summary>A word that may name a type in another language, and the page to which it links.</summary>
internal readonly record struct TypeWord(string Word, string? Page);
