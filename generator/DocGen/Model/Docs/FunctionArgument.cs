namespace DocGen.Generator.Model;

/// <summary>
/// An argument of a function in a URL. The type comes from a table, else from the value in the documented URL.
/// </summary>
internal sealed record FunctionArgument(string Name, DocType Type, DocText? Summary);
