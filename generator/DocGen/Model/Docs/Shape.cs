namespace DocGen.Generator.Model;

/// <summary>The members of an unnamed JSON object.</summary>
internal sealed record Shape(EquatableArray<MemberDefinition> Members);
