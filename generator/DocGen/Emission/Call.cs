namespace DocGen.Generator.Emission;

/// <summary>A call that the writer may break between its arguments; <c>ToString</c> is the whole of it.</summary>
/// <param name="Head">All before the opening parenthesis.</param>
internal sealed record Call(string Head, IReadOnlyList<string> Arguments)
{
    public Call(string head, params string[] arguments)
        : this(head, (IReadOnlyList<string>)arguments)
    {
    }

    public override string ToString() => Head + "(" + string.Join(", ", Arguments) + ")";
}
