namespace DocGen.Generator.Emission;

/// <summary>
/// A call that the writer may break between its arguments. <c>ToString</c> returns the call on one line.
/// </summary>
/// <param name="Head">The text before the opening parenthesis.</param>
/// <param name="NullWhen">The condition under which the value is null and the call is not made.</param>
internal sealed record Call(string Head, IReadOnlyList<string> Arguments, string? NullWhen = null)
{
    public Call(string head, params string[] arguments)
        : this(head, (IReadOnlyList<string>)arguments)
    {
    }

    public override string ToString() =>
        (NullWhen is null ? "" : NullWhen + " ? null : ") + Head + "(" + string.Join(", ", Arguments) + ")";
}
