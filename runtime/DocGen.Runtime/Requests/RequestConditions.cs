namespace DocGen;

/// <summary>Adds conditions and ranges (RFC 9110, sections 13 and 14) to any request, and replaces its URL.</summary>
public static class RequestConditions
{
    /// <summary>
    /// Carries out the request only if the resource still has the entity tag; otherwise the call throws a
    /// <see cref="PreconditionFailedException"/>.
    /// </summary>
    /// <param name="request">The request, which is changed and returned.</param>
    /// <param name="eTag">The entity tag, quotes included, or <c>*</c> for any entity tag.</param>
    public static TRequest WithIfMatch<TRequest>(this TRequest request, string eTag) where TRequest : ApiRequest =>
        With(request, "If-Match", eTag);

    /// <summary>
    /// Carries out the request only if the resource no longer has the entity tag; otherwise a GET returns status 304.
    /// </summary>
    /// <inheritdoc cref="WithIfMatch"/>
    public static TRequest WithIfNoneMatch<TRequest>(this TRequest request, string eTag) where TRequest : ApiRequest =>
        With(request, "If-None-Match", eTag);

    /// <summary>Requests a part of the content.</summary>
    /// <param name="request">The request, which is changed and returned.</param>
    /// <param name="from">The first byte, zero-based.</param>
    /// <param name="to">The last byte, inclusive; null requests all bytes to the end of the content.</param>
    /// <param name="ifETag">
    /// The entity tag of the part that the caller already has. If the content has changed since then, the service
    /// returns all of the content (status 200).
    /// </param>
    public static TRequest WithRange<TRequest>(this TRequest request, long from, long? to = null, string? ifETag = null)
        where TRequest : ApiRequest
    {
        With(request, "Range", new RangeHeaderValue(from, to).ToString());
        return ifETag is null ? request : With(request, "If-Range", ifETag);
    }

    /// <summary>
    /// Sends the request to a URL from the service, such as a <c>Location</c>, instead of the documented URL. The
    /// method, headers and body stay the same; query options of the request are appended to the URL.
    /// </summary>
    /// <param name="request">The request, which is changed and returned.</param>
    /// <param name="url">
    /// An absolute URL, or a URL relative to the service root. Sending throws an
    /// <see cref="InvalidOperationException"/> if its host is neither the service's host nor an allowed host, or if the
    /// URL and the request have the same query option.
    /// </param>
    public static TRequest WithUrl<TRequest>(this TRequest request, Uri url) where TRequest : ApiRequest
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(url);
        // On Unix, Uri parses a path such as /users/1 as an absolute file URL.
        request.Link = url.IsAbsoluteUri && url.OriginalString.StartsWith('/')
            ? new Uri(url.OriginalString, UriKind.Relative)
            : url;
        return request;
    }

    private static TRequest With<TRequest>(TRequest request, string header, string value) where TRequest : ApiRequest
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(value);
        request.Headers[header] = value;
        return request;
    }
}
