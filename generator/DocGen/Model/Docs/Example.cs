namespace DocGen.Generator.Model;

// The JSON values in a page's examples, for checks against the documented types. They are not part of the model,
// because they have positions; the model already contains what they define.

/// <summary>A JSON body that a page shows in a request or response of one of its operations.</summary>
/// <param name="Operation">The index of the operation on the page.</param>
/// <param name="Kind">The body that the example shows.</param>
/// <param name="Values">All values, each object or array before its content.</param>
/// <param name="Path">The URL of the request, or null if none is shown.</param>
/// <param name="IsWhole">Whether the example is complete.</param>
/// <param name="Optional">The members that a complete example may omit.</param>
internal sealed record Example(
    int Operation, ExampleKind Kind, EquatableArray<ExampleValue> Values, bool IsWhole = false,
    EquatableArray<string> Optional = default,
    UrlPath? Path = null);
