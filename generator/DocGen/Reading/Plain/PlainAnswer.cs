using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>What an operation answers with.</summary>
/// <param name="Type">Of the value, or of the items.</param>
/// <param name="Property">The member that has the items, or null for an array.</param>
internal sealed record PlainAnswer(DocType Type, bool IsCollection, string? Property = null, Paging? Paging =
    null);
