using DocGen.Generator.Emission;

namespace DocGen.Generator.Snippets;

/// <summary>Collects the assignments to members of a request.</summary>
internal sealed class Assignments
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<Code> _items = [];

    /// <summary>Assignments, <c>Name = value</c>, in the order of the example.</summary>
    public IReadOnlyList<Code> Items => _items;

    public void Add(string name, Code value)
    {
        if (_names.Add(name))
            _items.Add(value.After(CSharpText.Identifier(name) + " = "));
    }

    public bool Has(string name) => _names.Contains(name);
}
