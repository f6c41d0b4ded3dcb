namespace DocGen.Infrastructure;

/// <summary>
/// Collects the fields of a form (<c>application/x-www-form-urlencoded</c>, WHATWG URL, section 5). Null values are
/// omitted; a list writes one field per item.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormWriter : ValueWriter
{
    private readonly StringBuilder _text = new();

    internal FormWriter()
    {
    }

    /// <summary>Adds a field.</summary>
    public override void Add(string name, string? value)
    {
        if (value is null)
            return;
        if (_text.Length > 0)
            _text.Append('&');
        _text.Append(Encoded(name)).Append('=').Append(Encoded(value));
    }

    /// <summary>Adds one field for each value of a list.</summary>
    public override void Add(string name, IEnumerable<string>? values)
    {
        foreach (string value in values ?? [])
            Add(name, value);
    }

    private protected override void AddLiteral(string name, string value) => Add(name, value);

    /// <summary>Returns the encoded form.</summary>
    public override string ToString() => _text.ToString();

    private static string Encoded(string text) =>
        Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
