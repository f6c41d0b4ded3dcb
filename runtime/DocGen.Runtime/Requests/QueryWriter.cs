namespace DocGen.Infrastructure;

/// <summary>Collects query options. Null values and empty lists are omitted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QueryWriter : ValueWriter
{
    // Allocated on first use: most requests have no options.
    private StringBuilder? _text;
    private readonly RequestQuery? _extra;
    private readonly Uri _serviceRoot;

    internal QueryWriter(RequestQuery? extra, Uri serviceRoot) => (_extra, _serviceRoot) = (extra, serviceRoot);

    /// <summary>Adds a reference to an entity, as its absolute URL.</summary>
    public void Add(string name, EntityReference? reference) => Add(name, reference?.At(_serviceRoot));

    /// <summary>Adds an option.</summary>
    public override void Add(string name, string? value)
    {
        if (value is not null && _extra?.Contains(name) != true)
            Append(name, Uri.EscapeDataString(value));
    }

    /// <summary>Adds a list, joined with commas.</summary>
    public override void Add(string name, IEnumerable<string>? values)
    {
        string[] escaped = [.. values?.Select(Uri.EscapeDataString) ?? []];
        if (escaped.Length > 0 && _extra?.Contains(name) != true)
            Append(name, string.Join(',', escaped));
    }

    /// <summary>Adds one option for each value of a list: <c>ids[]=1&amp;ids[]=2</c>.</summary>
    public void AddEach(string name, IEnumerable<string>? values)
    {
        if (_extra?.Contains(name) == true)
            return;
        foreach (string value in values ?? [])
            Append(name, Uri.EscapeDataString(value));
    }

    /// <inheritdoc cref="AddEach(string, IEnumerable{string})"/>
    public void AddEach<T>(string name, IEnumerable<T>? values) where T : struct =>
        AddEach(name, values?.Select(static value => value is IOpenEnum choice ? choice.Value : ValueText.Of(value)));

    private protected override void AddLiteral(string name, string value) => Add(name, value);

    /// <summary>Returns the documented options and then the caller's options, percent-encoded.</summary>
    public override string ToString()
    {
        if (_extra is null)
            return _text?.ToString() ?? "";
        _text ??= new StringBuilder();
        int documented = _text.Length;
        foreach ((string name, string value) in _extra)
            Append(name, Uri.EscapeDataString(value));
        string text = _text.ToString();
        _text.Length = documented;
        return text;
    }

    private void Append(string name, string encoded)
    {
        _text ??= new StringBuilder();
        if (_text.Length > 0)
            _text.Append('&');
        // OData's system query options start with "$", which a query allows unescaped.
        _text.Append(Uri.EscapeDataString(name).Replace("%24", "$", StringComparison.Ordinal)).Append('=')
            .Append(encoded);
    }
}
