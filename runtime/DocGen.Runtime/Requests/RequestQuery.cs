namespace DocGen;

/// <summary>Query options of a request beyond the documented ones, in the order they were set.</summary>
public sealed class RequestQuery : RequestValues
{
    internal RequestQuery(RequestQuery? other = null)
        : base(StringComparison.Ordinal, other)
    {
    }

    /// <summary>The value of an option, not percent-encoded; null where it is not set. Setting null removes it.</summary>
    public string? this[string name]
    {
        get => Get(name);
        set => Set(name, value);
    }
}
