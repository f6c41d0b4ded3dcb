namespace DocGen.Generator.Model;

/// <summary>The documentation of an operation.</summary>
/// <param name="Returns">The page's text about the response, or null.</param>
/// <param name="Example">C# statements that send a documented request; null if no example is emitted.</param>
/// <param name="Error">The class of documented error bodies, or null.</param>
internal sealed record OperationDocs(
    DocText? Summary,
    DocText? Returns,
    EquatableArray<Permission> Permissions,
    EquatableArray<DocOrigin> Origins,
    string? Deprecation = null,
    string? Example = null,
    string? Error = null);
