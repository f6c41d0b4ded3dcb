namespace DocGen.Generator.Model;

/// <summary>A member of a request that becomes a member of its JSON body.</summary>
/// <param name="Constant">A fixed value that is always sent and has no property, such as <c>cid:content</c>.</param>
internal sealed record BodyMember(
    string JsonName, string Name, TypeRef Type, bool IsRequired, DocText? Summary, string? Constant = null);
