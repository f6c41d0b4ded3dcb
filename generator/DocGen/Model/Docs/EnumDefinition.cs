namespace DocGen.Generator.Model;

internal sealed record EnumDefinition(
    string Name, bool IsFlags, EquatableArray<EnumMemberDefinition> Members, DocText? Summary, string? Heading);
