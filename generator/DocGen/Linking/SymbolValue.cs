using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The answer to a <see cref="SymbolKey"/>.</summary>
/// <param name="ClassName">The emitted class or enum, or null where there is none.</param>
/// <param name="Alias">The documented name of a type that was asked for by another, or in another case.</param>
internal readonly record struct SymbolValue(
    string? ClassName, bool IsTrue = false, bool IsEnum = false, bool IsResource = false, string? Alias = null,
    MemberDefinition? Member = null);
