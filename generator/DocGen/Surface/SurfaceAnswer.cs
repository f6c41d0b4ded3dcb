using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>The response of an operation.</summary>
/// <param name="Statuses">Each success status, ascending.</param>
/// <param name="Type">The type of the value, item, content, result or session; null if the response has none.</param>
/// <param name="IsWrapped">Whether the value is the only member of <c>{"value": …}</c>.</param>
/// <param name="Uploaded">The type of the response to an upload session's last range, or null.</param>
/// <param name="Property">The member with the items of a collection; null for <c>value</c>.</param>
/// <param name="Paging">How the next page of a collection is requested; null for paging as in OData.</param>
/// <param name="Headers">The headers that are properties of the response; the type of each is <c>String</c>.</param>
internal sealed record SurfaceAnswer(
    AnswerKind Kind,
    EquatableArray<int> Statuses,
    string? Type,
    bool IsWrapped,
    string? Uploaded,
    string? Property,
    string? Paging,
    EquatableArray<SurfaceName> Headers);
