using DocGen.Generator.Emission;

namespace DocGen.Generator.Model;

/// <summary>An answer that a page shows.</summary>
/// <param name="Call">One of the page's operations, by its verb and URLs.</param>
/// <param name="Names">What the annotations of the request and the response call it.</param>
/// <param name="Headers">Each as it is sent.</param>
/// <param name="Body">JSON that any reader takes, or the text as the page has it; empty where there is none.</param>
internal sealed record ExampleAnswer(
    ExampleCall Call, EquatableArray<string> Names, int Status, EquatableArray<string> Headers, string Body);
