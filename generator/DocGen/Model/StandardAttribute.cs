namespace DocGen.Generator.Model;

/// <summary>
/// Marks code with numbers from a standard. This project did not choose the numbers, so <c>docs/heuristics.md</c> does
/// not list them.
/// </summary>
/// <param name="name">The standard and its section, such as <c>RFC 3339, section 5.6</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class StandardAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
