namespace DocGen.Generator.Model;

/// <summary>A URL as the docs write it, cleaned: path segments, each literal text and placeholders.</summary>
/// <param name="Path">RFC 6570: <c>/drive/items/{item-id}</c>, <c>{+item-path}</c>.</param>
/// <param name="Parameters">What its placeholders stand for, in the order of the path.</param>
/// <param name="Query">The options of its query that hold a placeholder or value, by name.</param>
/// <param name="Arguments">The arguments of the OData function that the path ends in.</param>
internal sealed record DocUrl(
    string Path, EquatableArray<PathParameter> Parameters, EquatableArray<string> Query, EquatableArray<FunctionArgument> Arguments = default);
