using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>What an operation answers.</summary>
/// <param name="Statuses">Each success status, ascending.</param>
/// <param name="Type">The type of the value, item, content, result or session, or null where there is none.</param>
/// <param name="IsWrapped">The value is alone inside <c>{"value": …}</c>.</param>
/// <param name="Uploaded">The type that an upload session answers its last range with, or null.</param>
/// <param name="Property">The member that has the items of a collection, or null for <c>value</c>.</param>
/// <param name="Paging">How the next page of a collection is asked for where that is not OData's way, or null.</param>
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
