namespace DocGen.Generator.Model;

/// <summary>An argument of a function in a URL: its type is the table's, else that of the value the docs
/// show.</summary>
internal sealed record FunctionArgument(string Name, DocType Type, DocText? Summary);
