namespace DocGen.Generator.Model;

/// <summary>A URL as the docs write it, cleaned.</summary>
/// <param name="Parameters">What the placeholders of its path stand for, in order.</param>
/// <param name="Arguments">The arguments of the OData function that the path ends in.</param>
/// <param name="Words">The segments as the page spells them elsewhere, where one has no capitals of its own; else
/// empty.</param>
/// <param name="Root">What the page writes before the path, or null: a plain page's scheme and host, another's service
/// root.</param>
internal sealed record UrlDefinition(
    UrlPath Path, EquatableArray<PathParameter> Parameters, EquatableArray<FunctionArgument> Arguments = default,
    string? Root = null,
    EquatableArray<string> Words = default);
