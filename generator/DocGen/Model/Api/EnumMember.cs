namespace DocGen.Generator.Model;

/// <summary>A documented value of an enum: the value on the wire and the emitted name.</summary>
internal sealed record EnumMember(string Value, string Name, DocText? Summary);
