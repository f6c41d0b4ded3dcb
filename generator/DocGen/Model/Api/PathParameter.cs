namespace DocGen.Generator.Model;

/// <summary>A placeholder of a URL template. Lists of parameters are in the order of the template.</summary>
/// <param name="Described">The definition of the parameter in a table or list of a plain page; null after
/// linking.</param>
/// <param name="Type">The type of the value; null means string.</param>
internal sealed record PathParameter(string WireName, string Name, DocText? Summary, MemberDefinition? Described = null,
    TypeRef? Type = null);
