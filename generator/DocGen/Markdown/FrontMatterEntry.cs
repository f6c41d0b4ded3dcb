namespace DocGen.Generator.Markdown;

/// <summary>A line of front matter, with the position of its value.</summary>
internal sealed record FrontMatterEntry(string Key, string Value, int Start, int End);
