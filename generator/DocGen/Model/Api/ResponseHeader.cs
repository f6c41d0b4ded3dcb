namespace DocGen.Generator.Model;

/// <summary>A documented response header that is a typed member of the response.</summary>
internal sealed record ResponseHeader(string WireName, string Name, DocText? Summary);
