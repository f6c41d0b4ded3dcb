namespace DocGen.Generator.Model;

/// <summary>A member of a structured type.</summary>
/// <param name="JsonName">The name on the wire.</param>
/// <param name="Name">The name of the emitted property.</param>
/// <param name="Presence">The guarantee against which examples are checked. The emitted property can be absent or null
/// regardless.</param>
internal sealed record Property(
    string JsonName, string Name, TypeRef Type, DocText? Summary, string? Deprecation = null,
    MemberPresence Presence = default);
