namespace DocGen.Generator.Model;

/// <summary>A URL from the docs, after cleaning.</summary>
/// <param name="Parameters">The placeholders of its path, in order.</param>
/// <param name="Arguments">The arguments of the OData function at the end of the path.</param>
/// <param name="Words">The segments as the page spells them elsewhere, if one has no capitals of its own; else
/// empty.</param>
/// <param name="Root">The text before the path, or null: scheme and host on a plain page, the service root on an
/// annotated one.</param>
internal sealed record UrlDefinition(
    UrlPath Path, EquatableArray<PathParameter> Parameters, EquatableArray<FunctionArgument> Arguments = default,
    string? Root = null,
    EquatableArray<string> Words = default);
