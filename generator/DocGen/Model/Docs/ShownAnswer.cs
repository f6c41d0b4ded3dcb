namespace DocGen.Generator.Model;

/// <summary>The response that a page shows for a request.</summary>
/// <param name="Body">Strict JSON, or the text as on the page; empty if there is no body.</param>
internal sealed record ShownAnswer(int Status, EquatableArray<ShownHeader> Headers, string Body);
