using DocGen.Generator.Emission;

namespace DocGen.Generator.Model;

/// <summary>A response in an example.</summary>
/// <param name="Call">The operation of the page, identified by its verb and URLs.</param>
/// <param name="Names">The names in the annotations of the request and the response.</param>
/// <param name="Headers">The header lines as sent.</param>
/// <param name="Body">The body as strict JSON or, if it is not JSON, as written on the page; empty if there is no
/// body.</param>
internal sealed record ExampleAnswer(
    ExampleCall Call, EquatableArray<string> Names, int Status, EquatableArray<string> Headers, string Body);
