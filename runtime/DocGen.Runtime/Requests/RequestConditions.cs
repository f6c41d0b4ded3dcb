namespace DocGen;

/// <summary>Conditions and ranges (RFC 9110, sections 13 and 14) on any request, and links in place of its
/// URL.</summary>
public static class RequestConditions
{
    /// <summary>Only where the resource is still the one with that entity tag; else
    /// <see cref="PreconditionFailedException"/>.</summary>
    /// <param name="request">The request, which is changed and returned.</param>
    /// <param name="eTag">An entity tag in hand, quotes included, or <c>*</c> for any.</param>
    public static TRequest WithIfMatch<TRequest>(this TRequest request, string eTag) where TRequest : ApiRequest =>
        With(request, "If-Match", eTag);

    /// <summary>Only where the resource is no longer the one with that entity tag; else a GET is answered with
    /// 304.</summary>
    /// <inheritdoc cref="WithIfMatch"/>
    public static TRequest WithIfNoneMatch<TRequest>(this TRequest request, string eTag) where TRequest : ApiRequest =>
        With(request, "If-None-Match", eTag);

    /// <summary>Only a part of the content.</summary>
    /// <param name="request">The request, which is changed and returned.</param>
    /// <param name="from">The first byte, counted from 0.</param>
    /// <param name="to">The last byte; null: to the end.</param>
    /// <param name="ifETag">
    /// The entity tag of the part in hand: where the content is another by now, all of it comes (status 200).
    /// </param>
    public static TRequest WithRange<TRequest>(this TRequest request, long from, long? to = null, string? ifETag = null)
        where TRequest : ApiRequest
    {
        With(request, "Range", new RangeHeaderValue(from, to).ToString());
        return ifETag is null ? request : With(request, "If-Range", ifETag);
    }

    /// <summary>
    /// To an address that the service gave, such as a <c>Location</c>, in place of the documented URL. Method, headers
    /// and body stay; query options of the request go behind those of the address.
    /// </summary>
    /// <param name="request">The request, which is changed and returned.</param>
    /// <param name="url">
    /// Absolute, or relative to the service root. Sending fails with an <see cref="InvalidOperationException"/> where
    /// its host is neither the service's own nor an allowed one, or where it has an option that the request has too.
    /// </param>
    public static TRequest WithUrl<TRequest>(this TRequest request, Uri url) where TRequest : ApiRequest
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(url);
        // A Unix system takes a path such as /users/1 for the address of a file.
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
