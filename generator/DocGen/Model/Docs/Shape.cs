namespace DocGen.Generator.Model;

/// <summary>The members of a JSON object that has no name of its own.</summary>
internal sealed record Shape(EquatableArray<MemberDefinition> Members);
