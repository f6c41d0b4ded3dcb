using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>The value of a <see cref="SymbolKey"/>.</summary>
/// <param name="ClassName">The emitted class or enum, or null.</param>
/// <param name="Alias">The documented name of a type, if the key used another name or case.</param>
internal readonly record struct SymbolValue(
    string? ClassName, bool IsTrue = false, bool IsEnum = false, bool IsResource = false, string? Alias = null,
    MemberDefinition? Member = null);
