namespace DocGen.Generator.Model;

/// <param name="HttpMethod">In capitals.</param>
/// <param name="Paths">As reading leaves them.</param>
internal sealed record ExampleCall(string HttpMethod, EquatableArray<string> Paths);
