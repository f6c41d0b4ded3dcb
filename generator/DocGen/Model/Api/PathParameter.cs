namespace DocGen.Generator.Model;

/// <summary>A placeholder of a URL template, in the order of the template.</summary>
/// <param name="Described">The plain page's definition in a table or list; null after linking.</param>
/// <param name="Type">The type of the value; null means string.</param>
internal sealed record PathParameter(string WireName, string Name, DocText? Summary, MemberDefinition? Described = null,
    TypeRef? Type = null);
