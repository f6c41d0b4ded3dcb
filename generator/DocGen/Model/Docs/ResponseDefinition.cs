namespace DocGen.Generator.Model;

/// <summary>A response that the page shows or describes.</summary>
/// <param name="Body">The type of its body, or null.</param>
/// <param name="IsWrapped">Whether the body is the type inside <c>{"value": …}</c>.</param>
/// <param name="ContentType">The media type of a body that is not JSON, or null.</param>
/// <param name="MonitorPage">The page on monitoring an accepted job, or null.</param>
/// <param name="CollectionProperty">The member that contains the items of a collection, or null for OData's
/// <c>value</c>.</param>
/// <param name="Said">The type that the text on the response, or the example itself, names if the stated type differs;
/// else null.</param>
/// <param name="Paging">How a collection continues, if the page documents a way other than OData's.</param>
/// <param name="Others">The different types that further examples of the status state in their annotations.</param>
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
