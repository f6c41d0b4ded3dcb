namespace DocGen.Infrastructure;

/// <summary>Writes named values as text, the same in every culture; null is left out.</summary>
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

    /// <summary>Adds a list of values that are not strings.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values, or null to leave the list out.</param>
    /// <param name="format">Gives a value's text.</param>
    public void Add<T>(string name, IEnumerable<T>? values, Func<T, string> format) => Add(name, values?.Select(format));

    /// <summary>Adds an integer; the smaller ones convert to it.</summary>
    public void Add(string name, long? value) => AddLiteral(name, value, ValueText.Of);

    /// <summary>Adds a Boolean: <c>true</c> or <c>false</c>.</summary>
    public void Add(string name, bool? value) => AddLiteral(name, value, ValueText.Of);

    /// <summary>Adds a number.</summary>
    public void Add(string name, double? value) => AddLiteral(name, value, ValueText.Of);

    /// <summary>Adds a number.</summary>
    public void Add(string name, decimal? value) => AddLiteral(name, value, ValueText.Of);

    /// <summary>Adds a point in time: <c>2026-05-17T08:00:00Z</c>.</summary>
    public virtual void Add(string name, DateTimeOffset? value) => AddLiteral(name, value, ValueText.Of);

    /// <summary>Adds a date: <c>2026-05-17</c>.</summary>
    public void Add(string name, DateOnly? value) => AddLiteral(name, value, ValueText.Of);

    /// <summary>Adds a time of day: <c>08:00:00</c>.</summary>
    public void Add(string name, TimeOnly? value) => AddLiteral(name, value, ValueText.Of);

    /// <summary>Adds a duration: <c>PT5M</c> (ISO 8601).</summary>
    public virtual void Add(string name, TimeSpan? value) => AddLiteral(name, value, ValueText.Of);

    /// <summary>Adds a GUID.</summary>
    public void Add(string name, Guid? value) => AddLiteral(name, value, ValueText.Of);

    /// <summary>Adds a value of an open enumeration.</summary>
    public void Add<T>(string name, T? value) where T : struct, IOpenEnum => Add(name, value?.Value);

    /// <summary>Adds the text of a value that is not a string.</summary>
    internal abstract void AddLiteral(string name, string value);

    private void AddLiteral<T>(string name, T? value, Func<T, string> format) where T : struct
    {
        if (value is { } present)
            AddLiteral(name, format(present));
    }
}
