namespace DocGen.Generator.Model;

/// <summary>The documentation of an operation.</summary>
/// <param name="Returns">The page's text on the response, or null.</param>
/// <param name="Example">A documented request as C# statements; null if it is not emitted.</param>
/// <param name="Error">The class of documented error bodies, or null.</param>
internal sealed record OperationDocs(
    DocText? Summary,
    DocText? Returns,
    EquatableArray<Permission> Permissions,
    EquatableArray<DocOrigin> Origins,
    string? Deprecation = null,
    string? Example = null,
    string? Error = null);
