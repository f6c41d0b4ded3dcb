namespace DocGen.Generator.Model;

/// <summary>
/// An argument of an OData function in a URL: <c>q</c> and <c>'{text}'</c> in <c>search(q='{text}')</c>.
/// </summary>
internal readonly record struct UrlArgument(string Name, string Value);
