namespace DocGen.Generator.Model;

/// <summary>The answer that a page shows to a request.</summary>
/// <param name="Body">JSON that any reader takes, or the text as the page has it; empty where there is none.</param>
internal sealed record ShownAnswer(int Status, EquatableArray<ShownHeader> Headers, string Body);
