namespace DocGen.Generator.Model;

/// <param name="HttpMethod">The HTTP method, in capitals.</param>
/// <param name="Paths">The paths as the reading stage returns them.</param>
internal sealed record ExampleCall(string HttpMethod, EquatableArray<UrlPath> Paths);
