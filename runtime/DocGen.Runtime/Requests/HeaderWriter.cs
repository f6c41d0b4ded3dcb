namespace DocGen.Infrastructure;

/// <summary>Collects headers. Null values, empty lists, and headers that the caller set are omitted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HeaderWriter : ValueWriter
{
    private readonly RequestHeaders _headers;
    private readonly RequestHeaders? _extra;

    internal HeaderWriter(RequestHeaders headers, RequestHeaders? extra) => (_headers, _extra) = (headers, extra);

    /// <summary>Adds a header.</summary>
    /// <exception cref="ArgumentException">
    /// The value contains a character that is not allowed in a header, such as a line break.
    /// </exception>
    public override void Add(string name, string? value)
    {
        if (value is not null && _extra?.Contains(name) != true)
            _headers[name] = value;
    }

    /// <summary>Adds a list, joined with commas.</summary>
    public override void Add(string name, IEnumerable<string>? values)
    {
        string[] present = [.. values ?? []];
        if (present.Length > 0)
            Add(name, string.Join(", ", present));
    }

    /// <summary>Adds a point in time in the HTTP date format (RFC 9110, section 5.6.7).</summary>
    public override void Add(string name, DateTimeOffset? value) =>
        Add(name, value?.ToString("r", CultureInfo.InvariantCulture));

    private protected override void AddLiteral(string name, string value) => Add(name, value);
}
