namespace DocGen.Generator.Model;

/// <summary>
/// An argument of a function in a URL. Its type comes from the table, else from the value that the docs show.
/// </summary>
internal sealed record FunctionArgument(string Name, DocType Type, DocText? Summary);
