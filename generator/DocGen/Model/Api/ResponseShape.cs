namespace DocGen.Generator.Model;

/// <summary>What an operation answers.</summary>
/// <param name="Value">The body's type, or null where no body is typed.</param>
/// <param name="IsWrapped">The docs show the value alone inside <c>{"value": …}</c>.</param>
/// <param name="Statuses">Every success status the page shows or tells of, ascending.</param>
/// <param name="ContentOf">The type that the docs name for streamed content.</param>
/// <param name="Uploaded">What an upload session answers its last range with, or null where the docs do not say.</param>
/// <param name="CollectionProperty">The member that has a collection's items, or null for <c>value</c>.</param>
/// <param name="ResultTemplate">Where the result of a job is to be had that ends with no more than its id, or null.</param>
internal sealed record ResponseShape(
    ResponseKind Kind,
    TypeRef? Value,
    bool IsWrapped,
    EquatableArray<int> Statuses,
    EquatableArray<ResponseHeader> Headers,
    TypeRef? ContentOf = null,
    TypeRef? Uploaded = null,
    string? ResultTemplate = null,
    string? CollectionProperty = null);
