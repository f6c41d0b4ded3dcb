namespace DocGen.Generator.Model;

/// <summary>The members that all examples of a type on one page have in common.</summary>
internal sealed record ShownType(string Name, EquatableArray<MemberDefinition> Members);
