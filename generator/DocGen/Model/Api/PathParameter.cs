namespace DocGen.Generator.Model;

/// <summary>A placeholder of a URL template, in the order of the template.</summary>
internal sealed record PathParameter(string WireName, string Name, DocText? Summary);
