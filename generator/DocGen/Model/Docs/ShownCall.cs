namespace DocGen.Generator.Model;

/// <summary>A request that a page shows in full.</summary>
/// <param name="Word">The last word of its URL.</param>
/// <param name="Answer">The type that it is answered with, or null.</param>
/// <param name="Sent">The members of its body, apart from annotations.</param>
internal sealed record ShownCall(string Word, DocType? Answer, bool IsMany, EquatableArray<MemberDefinition> Sent);
