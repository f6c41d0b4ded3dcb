namespace DocGen.Generator.Model;

/// <summary>What the page says about an operation.</summary>
/// <param name="Returns">The page's words on the response, or null.</param>
/// <param name="Example">A request that the page shows, as C# statements; null where none is to be shown.</param>
/// <param name="Error">The class of what the docs show for errors, or null.</param>
internal sealed record OperationDocs(
    DocText? Summary,
    DocText? Returns,
    EquatableArray<Permission> Permissions,
    EquatableArray<DocOrigin> Origins,
    string? Deprecation = null,
    string? Example = null,
    string? Error = null);
