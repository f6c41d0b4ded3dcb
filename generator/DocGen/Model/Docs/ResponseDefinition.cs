namespace DocGen.Generator.Model;

/// <summary>The definition of a response, from examples and prose of a page.</summary>
/// <param name="Body">The type of the body, or null.</param>
/// <param name="IsWrapped">Whether the body is a value of the type inside <c>{"value": …}</c>.</param>
/// <param name="ContentType">The media type of a body that is not JSON, or null.</param>
/// <param name="MonitorPage">The page about monitoring an accepted job, or null.</param>
/// <param name="CollectionProperty">The member that contains the items of a collection, or null for OData's
/// <c>value</c>.</param>
/// <param name="Said">The type in the text about the response, or in the example itself, if it differs from the
/// annotated type; else null.</param>
/// <param name="Paging">How the next page of a collection is requested, if not as in OData; else null.</param>
/// <param name="Others">Other types in the annotations of further examples with the same status.</param>
internal sealed record ResponseDefinition(
    int Status,
    DocType? Body,
    bool IsCollection,
    bool IsWrapped,
    bool IsDelta,
    string? ContentType,
    EquatableArray<string> Headers,
    bool IsFromProse,
    string? MonitorPage = null,
    string? CollectionProperty = null,
    DocType? Said = null,
    Paging? Paging = null,
    EquatableArray<DocType> Others = default);
