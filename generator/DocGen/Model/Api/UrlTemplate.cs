namespace DocGen.Generator.Model;

/// <summary>A way to address an operation.</summary>
/// <param name="Template">The path in RFC 6570 syntax: <c>/drive/items/{item-id}</c>, and <c>{+item-path}</c> for a
/// value that keeps its slashes. A placeholder between single quotes is an OData string literal.</param>
/// <param name="FactoryName">The static factory's name, or null for the one URL that is a public constructor.</param>
internal sealed record UrlTemplate(string Template, string? FactoryName, EquatableArray<PathParameter> Parameters);
