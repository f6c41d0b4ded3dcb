namespace DocGen.Generator.Model;

/// <summary>An answer that the page shows or tells of.</summary>
/// <param name="Body">The type of its body, or null.</param>
/// <param name="IsWrapped">The body is the type inside <c>{"value": …}</c>.</param>
/// <param name="ContentType">The media type of a body that is not JSON, or null.</param>
/// <param name="MonitorPage">The page on how an accepted job is watched, or null.</param>
/// <param name="CollectionProperty">The member that has a collection's items, or null for OData's.</param>
/// <param name="Said">The type that the text on the response, or the example itself, names beside another that is
/// stated; else null.</param>
/// <param name="Paging">How a collection goes on, where the page says so in another way than OData's.</param>
/// <param name="Others">What further examples of the status answer, by their annotations, where that is another
/// type.</param>
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
