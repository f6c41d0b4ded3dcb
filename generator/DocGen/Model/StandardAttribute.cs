namespace DocGen.Generator.Model;

/// <summary>
/// The numbers of what has this are those of a standard: they decide nothing that another author could decide
/// otherwise, and stand in no register of heuristics.
/// </summary>
/// <param name="name">The standard and its section: <c>RFC 3339, section 5.6</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class StandardAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
