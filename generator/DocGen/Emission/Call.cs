namespace DocGen.Generator.Emission;

/// <summary>A call that the writer may break between its arguments; <c>ToString</c> is the whole of it.</summary>
/// <param name="Head">All before the opening parenthesis.</param>
/// <param name="NullWhen">A condition under which there is no call and the value is null.</param>
internal sealed record Call(string Head, IReadOnlyList<string> Arguments, string? NullWhen = null)
{
    public Call(string head, params string[] arguments)
        : this(head, (IReadOnlyList<string>)arguments)
    {
    }

    public override string ToString() =>
        (NullWhen is null ? "" : NullWhen + " ? null : ") + Head + "(" + string.Join(", ", Arguments) + ")";
}
