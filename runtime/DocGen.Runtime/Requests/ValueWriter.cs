namespace DocGen.Infrastructure;

/// <summary>
/// Writes named values as text, independent of culture. Null values are omitted; empty lists are omitted except in
/// function arguments.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueWriter
{
    private protected ValueWriter()
    {
    }

    /// <summary>Adds a string.</summary>
    public abstract void Add(string name, string? value);

    /// <summary>Adds a list of strings.</summary>
    public abstract void Add(string name, IEnumerable<string>? values);

    /// <summary>Adds a list of values that are not strings, each formatted like a single value.</summary>
    public void Add<T>(string name, IEnumerable<T>? values) where T : struct => Add(name, values?.Select(ValueText.Of));

    /// <summary>Adds a point in time: <c>2026-05-17T08:00:00Z</c>.</summary>
    public virtual void Add(string name, DateTimeOffset? value) => Add<DateTimeOffset>(name, value);

    /// <summary>Adds a duration: <c>PT5M</c> (ISO 8601).</summary>
    public virtual void Add(string name, TimeSpan? value) => Add<TimeSpan>(name, value);

    /// <summary>
    /// Adds a number, a Boolean (<c>true</c>), a GUID, a date (<c>2026-05-17</c>), a time of day (<c>08:00:00</c>), or
    /// a value of an open enumeration.
    /// </summary>
    public void Add<T>(string name, T? value) where T : struct
    {
        if (value is IOpenEnum choice)
            Add(name, choice.Value);
        else if (value is { } present)
            AddLiteral(name, ValueText.Of(present));
    }

    /// <summary>Adds the text of a value that is not a string.</summary>
    private protected abstract void AddLiteral(string name, string value);
}
