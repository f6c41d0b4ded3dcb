namespace DocGen.Infrastructure;

/// <summary>
/// Collects the arguments of an OData function as literals (OData URL Conventions 4.01, section 4.5). Null values are
/// omitted.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FunctionArgumentWriter : ValueWriter
{
    // Allocated on first use: most requests have no arguments.
    private StringBuilder? _text;

    internal FunctionArgumentWriter()
    {
    }

    /// <summary>Adds a string in quotes, and doubles the quotes inside it.</summary>
    public override void Add(string name, string? value)
    {
        if (value is not null)
            Append(name, Quoted(value));
    }

    /// <summary>Adds a list of strings: a JSON-like collection literal.</summary>
    public override void Add(string name, IEnumerable<string>? values)
    {
        if (values is not null)
            Append(name, "[" + string.Join(',', values.Select(Quoted)) + "]");
    }

    /// <summary>Adds a duration: <c>duration'PT5M'</c>.</summary>
    public override void Add(string name, TimeSpan? value)
    {
        if (value is { } duration)
            Append(name, "duration'" + ValueText.Of(duration) + "'");
    }

    private protected override void AddLiteral(string name, string value) => Append(name, Uri.EscapeDataString(value));

    /// <summary>Appends the arguments to a path, if there are any.</summary>
    internal string AppendTo(string path)
    {
        if (_text is null)
            return path;
        int end = path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? query : path.Length;
        string target = path[..end];
        if (target.EndsWith("()", StringComparison.Ordinal))
            target = target[..^2];
        return $"{target}({_text}){path[end..]}";
    }

    private static string Quoted(string value) =>
        "'" + Uri.EscapeDataString(value.Replace("'", "''", StringComparison.Ordinal)) + "'";

    private void Append(string name, string literal)
    {
        _text ??= new StringBuilder();
        if (_text.Length > 0)
            _text.Append(',');
        _text.Append(Uri.EscapeDataString(name)).Append('=').Append(literal);
    }
}
