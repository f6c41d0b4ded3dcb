namespace DocGen.Infrastructure;

/// <summary>Chooses one of the documented URLs of an operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestUrls
{
    /// <summary>Returns the request that the caller's lambda creates, such as <c>at => at.Me()</c>.</summary>
    public static TRequest Choose<TUrls, TRequest>(Func<TUrls, TRequest> url)
        where TUrls : struct
        where TRequest : ApiRequest
    {
        ArgumentNullException.ThrowIfNull(url);
        return url(default);
    }
}
