using System.Text.Json.Nodes;

namespace DocGen;

/// <summary>
/// A request that is not in the docs, with any method and any URL below the service root. It uses the client's
/// credential, retries and error handling. <see cref="ApiRequest.To{T}"/> and similar methods create such a request.
/// </summary>
/// <typeparam name="TResponse">The type of the response.</typeparam>
public sealed class RawRequest<TResponse> : ApiRequest<TResponse>
{
    private readonly Func<ResponseContext, TResponse> _read;
    private readonly bool _streams;
    private Func<RequestBody>? _body;

    internal RawRequest(
        string method, string uriTemplate, string[] pathParameters, Func<ResponseContext, TResponse> read,
        bool streams = false)
        : base(method, uriTemplate, pathParameters) => (_read, _streams) = (read, streams);

    /// <inheritdoc/>
    protected internal override bool StreamsResponse => _streams;

    /// <summary>
    /// Sends a resource as JSON: a PATCH sends only changes, other methods send the whole resource. A type with a base
    /// type is sent with <c>@odata.type</c>, as in documented requests, because the resource at the URL may have
    /// another type (OData JSON Format 4.01, section 4.6.3).
    /// </summary>
    public RawRequest<TResponse> With<T>(T body)
        where T : ApiResource
    {
        ArgumentNullException.ThrowIfNull(body);
        bool changesOnly = Method == HttpMethod.Patch;
        return Sending(typeof(T).BaseType == typeof(ApiResource)
            ? () => RequestBody.Json(body, nameof(body), changesOnly)
            : () => RequestBody.TypedJson(body, nameof(body), changesOnly));
    }

    /// <summary>Sends JSON unchanged.</summary>
    /// <param name="body">The JSON; null sends the literal <c>null</c>.</param>
    public RawRequest<TResponse> WithJson(JsonNode? body)
    {
        byte[] json = body is null ? "null"u8.ToArray() : Encoding.UTF8.GetBytes(body.ToJsonString());
        return Sending(() => new JsonBody(json));
    }

    /// <summary>
    /// Sends a stream from its current position and leaves it open. A stream that can't seek is sent only once.
    /// </summary>
    /// <exception cref="ArgumentException">The stream can't be read, or the media type is invalid.</exception>
    public RawRequest<TResponse> WithContent(Stream content, string contentType = "application/octet-stream")
    {
        ArgumentNullException.ThrowIfNull(content);
        RequestBody body = RequestBody.Stream(content, contentType);
        return Sending(() => body);
    }

    /// <summary>Creates the response object from a successful response.</summary>
    protected internal override TResponse CreateResponse(ResponseContext response) => _read(response);

    /// <inheritdoc/>
    protected internal override RequestBody? CreateBody() => _body?.Invoke();

    private RawRequest<TResponse> Sending(Func<RequestBody> body)
    {
        _body = body;
        return this;
    }
}
