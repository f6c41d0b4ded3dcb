namespace DocGen.Generator.Model;

/// <summary>A placeholder of a URL template, in the order of the template.</summary>
/// <param name="Described">What a plain page says of it in a table or a list; null once it is linked.</param>
/// <param name="Type">Of its value; null is a string.</param>
internal sealed record PathParameter(string WireName, string Name, DocText? Summary, MemberDefinition? Described = null,
    TypeRef? Type = null);
