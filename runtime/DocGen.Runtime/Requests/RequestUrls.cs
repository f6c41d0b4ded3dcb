namespace DocGen.Infrastructure;

/// <summary>Chooses one of the URLs that an operation is documented with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestUrls
{
    /// <summary>The request that a caller's lambda makes, such as <c>at => at.Me()</c>.</summary>
    public static TRequest Choose<TUrls, TRequest>(Func<TUrls, TRequest> url)
        where TUrls : struct
        where TRequest : ApiRequest
    {
        ArgumentNullException.ThrowIfNull(url);
        return url(default);
    }
}
