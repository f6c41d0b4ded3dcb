using System.Text.Json.Nodes;

namespace DocGen;

/// <summary>
/// A call that the docs lack: any method and address under the service root. It has the client's credential, retries
/// and errors, as any other request has. <see cref="ApiRequest.To{T}"/> and its siblings make one.
/// </summary>
/// <typeparam name="TResponse">What it answers with.</typeparam>
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
    /// Sends a resource as JSON: of a PATCH what changed, else all of it. A type with a base type is named by
    /// <c>@odata.type</c>, as documented requests do: what is at the address may be another type (OData JSON Format
    /// 4.01, section 4.6.3).
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

    /// <summary>Sends JSON as it is.</summary>
    /// <param name="body">Null sends JSON's <c>null</c>.</param>
    public RawRequest<TResponse> WithJson(JsonNode? body)
    {
        byte[] json = body is null ? "null"u8.ToArray() : Encoding.UTF8.GetBytes(body.ToJsonString());
        return Sending(() => new JsonBody(json));
    }

    /// <summary>Sends a stream from where it stands; it stays open. One that can't seek is sent once.</summary>
    /// <exception cref="ArgumentException">The stream can't be read, or the media type is none.</exception>
    public RawRequest<TResponse> WithContent(Stream content, string contentType = "application/octet-stream")
    {
        ArgumentNullException.ThrowIfNull(content);
        RequestBody body = RequestBody.Stream(content, contentType);
        return Sending(() => body);
    }

    /// <summary>Makes the response from a successful answer.</summary>
    protected internal override TResponse CreateResponse(ResponseContext response) => _read(response);

    /// <inheritdoc/>
    protected internal override RequestBody? CreateBody() => _body?.Invoke();

    private RawRequest<TResponse> Sending(Func<RequestBody> body)
    {
        _body = body;
        return this;
    }
}
