using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>A URL of an operation.</summary>
/// <param name="Template">The template (RFC 6570): <c>/drive/items/{item-id}</c>, or <c>{+path}</c> for a value
/// whose slashes are not escaped.</param>
/// <param name="Factory">The factory method; null for the constructor of the request.</param>
/// <param name="Parameters">The C# names of its placeholders, in the order of the template.</param>
internal sealed record SurfaceUrl(string Template, string? Factory, EquatableArray<string> Parameters);
