namespace DocGen;

/// <summary>Query options of a request beyond the documented ones, in the order they were set.</summary>
public sealed class RequestQuery : RequestValues
{
    internal RequestQuery(RequestQuery? other = null)
        : base(StringComparison.Ordinal, other)
    {
    }
}
