namespace DocGen.Generator.Model;

/// <summary>A member of a request that becomes a member of its JSON body.</summary>
/// <param name="Constant">A fixed value that every request sends, such as <c>cid:content</c>. A member with such a
/// value has no property.</param>
internal sealed record BodyMember(
    string JsonName, string Name, TypeRef Type, bool IsRequired, DocText? Summary, string? Constant = null);
