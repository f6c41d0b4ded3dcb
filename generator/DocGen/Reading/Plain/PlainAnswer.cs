using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>The response of an operation.</summary>
/// <param name="Type">The type of the value, or of the items of a collection.</param>
/// <param name="Property">The member that contains the items, or null for an array.</param>
internal sealed record PlainAnswer(DocType Type, bool IsCollection, string? Property = null, Paging? Paging =
    null);
