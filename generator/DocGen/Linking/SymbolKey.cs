using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// A query for a fact about the types of a set. Linking records the keys that each group and each type reads.
/// </summary>
internal readonly record struct SymbolKey(SymbolKind Kind, string Subject, string? Detail = null,
    EquatableArray<EnumMemberDefinition> Values = default);
