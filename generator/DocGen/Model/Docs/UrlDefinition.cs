namespace DocGen.Generator.Model;

/// <summary>A URL from the docs, after cleaning.</summary>
/// <param name="Parameters">The placeholders of the path, in order.</param>
/// <param name="Arguments">The arguments of the OData function at the end of the path.</param>
/// <param name="Words">The segments with the spelling that the page uses elsewhere; empty if no spelling
/// differs.</param>
/// <param name="Root">The text before the path, or null: scheme and host on a plain page, the service root on an
/// annotated page.</param>
internal sealed record UrlDefinition(
    UrlPath Path, EquatableArray<PathParameter> Parameters, EquatableArray<FunctionArgument> Arguments = default,
    string? Root = null,
    EquatableArray<string> Words = default);
