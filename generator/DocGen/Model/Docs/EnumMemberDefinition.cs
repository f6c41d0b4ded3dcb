namespace DocGen.Generator.Model;

internal sealed record EnumMemberDefinition(string Value, DocText? Summary);
