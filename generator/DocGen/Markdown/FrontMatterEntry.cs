namespace DocGen.Generator.Markdown;

/// <summary>A line of front matter, with the place of its value.</summary>
internal sealed record FrontMatterEntry(string Key, string Value, int Start, int End);
