namespace DocGen.Generator.Model;

internal sealed record OptionDefinition(OptionLocation Location, MemberDefinition Member);
