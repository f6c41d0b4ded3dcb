using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

internal readonly record struct Question(QuestionKind Kind, string Subject, string? Detail = null, EquatableArray<EnumMemberDefinition> Values = default);
