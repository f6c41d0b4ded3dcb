using DocGen.Generator.Model;

namespace DocGen.Generator.Checks;

/// <summary>A page with examples, and its operations. Two inputs are equal if they contain the same objects.</summary>
internal sealed class ExamplePageInput(ParsedPage page,
    IReadOnlyList<Operation> operations) : IEquatable<ExamplePageInput>
{
    public ParsedPage Page { get; } = page;

    public IReadOnlyList<Operation> Operations { get; } = operations;

    public bool Equals(ExamplePageInput? other)
    {
        if (other is null || !ReferenceEquals(Page, other.Page) || Operations.Count != other.Operations.Count)
            return false;
        for (int i = 0; i < Operations.Count; i++)
        {
            if (!ReferenceEquals(Operations[i], other.Operations[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as ExamplePageInput);

    public override int GetHashCode() => Operations.Count;
}
