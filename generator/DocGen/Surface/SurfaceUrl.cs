using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>A URL of an operation.</summary>
/// <param name="Template">RFC 6570: <c>/drive/items/{item-id}</c>, and <c>{+path}</c> for a value that keeps its
/// slashes.</param>
/// <param name="Factory">The method that makes a request to it, or null for the constructor of the request.</param>
/// <param name="Parameters">The C# names of its placeholders, in the order of the template.</param>
internal sealed record SurfaceUrl(string Template, string? Factory, EquatableArray<string> Parameters);
