namespace DocGen.Generator.Model;

/// <summary>The response to a request, in an example.</summary>
/// <param name="Body">The body as strict JSON or, if it is not JSON, as written on the page; empty if there is no
/// body.</param>
internal sealed record ShownAnswer(int Status, EquatableArray<ShownHeader> Headers, string Body);
