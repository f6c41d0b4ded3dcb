using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <param name="ClassName">The emitted class or enum, or null where there is none.</param>
internal readonly record struct Answer(
    string? ClassName, bool IsTrue = false, bool IsEnum = false, bool IsResource = false, bool ByAlias = false, bool IsPlaceholder = false,
    MemberDefinition? Member = null)
{
    /// <summary>The answer without what others asked before: the first to ask for what no page defines finds nothing, the next a placeholder.</summary>
    public Answer Lasting() => IsPlaceholder ? default : this;
}
