namespace DocGen.Generator.Model;

/// <summary>A member of a structured type.</summary>
/// <param name="JsonName">The name on the wire.</param>
/// <param name="Name">The name of the emitted property.</param>
/// <param name="Presence">The guarantees against which examples are checked. They do not affect the emitted property,
/// which can always be absent or null.</param>
internal sealed record Property(
    string JsonName, string Name, TypeRef Type, DocText? Summary, string? Deprecation = null,
    MemberPresence Presence = default);
