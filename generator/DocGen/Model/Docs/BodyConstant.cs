namespace DocGen.Generator.Model;

/// <summary>A member whose value is fixed by the format of the request, such as <c>cid:content</c>.</summary>
internal sealed record BodyConstant(string Name, string Value);
