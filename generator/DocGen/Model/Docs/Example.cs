namespace DocGen.Generator.Model;

// The JSON values in a page's examples, for checks against the documented types. They are not part of the model,
// because they have positions. The model already contains the types that the examples define.

/// <summary>A JSON body in an example of a request or response.</summary>
/// <param name="Operation">The index of the operation on the page.</param>
/// <param name="Kind">Whether the example is a request or a response.</param>
/// <param name="Values">All values, each object or array before its content.</param>
/// <param name="Path">The URL of the request, or null if the example has none.</param>
/// <param name="IsWhole">Whether the example is complete.</param>
/// <param name="Optional">The members that a complete example may omit.</param>
internal sealed record Example(
    int Operation, ExampleKind Kind, EquatableArray<ExampleValue> Values, bool IsWhole = false,
    EquatableArray<string> Optional = default,
    UrlPath? Path = null);
