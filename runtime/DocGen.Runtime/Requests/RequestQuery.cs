namespace DocGen;

/// <summary>Extra query options of a request, in the order they were set.</summary>
public sealed class RequestQuery : RequestValues
{
    internal RequestQuery(RequestQuery? other = null)
        : base(StringComparison.Ordinal, other)
    {
    }
}
