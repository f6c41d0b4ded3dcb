namespace DocGen;

/// <summary>
/// A call of one operation that sends a <typeparamref name="TPayload"/> and answers with
/// <typeparamref name="TResponse"/>. The request says where and how; its payload is given to the method that sends it.
/// </summary>
/// <typeparam name="TResponse">What it answers with.</typeparam>
/// <typeparam name="TPayload">What it sends: a resource, a stream, or a reference to an entity.</typeparam>
public abstract class ApiRequest<TResponse, TPayload> : AnsweredRequest<TResponse>
{
    /// <inheritdoc cref="ApiRequest(string, string, string[])"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiRequest(string method, string uriTemplate, params string[] pathParameters)
        : base(method, uriTemplate, pathParameters)
    {
    }

    /// <inheritdoc cref="ApiRequest(ApiRequest)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiRequest(ApiRequest other)
        : base(other)
    {
    }

    /// <summary>The body with the payload. Called once for a call, however often it is sent.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract RequestBody CreateBody(TPayload payload);

    /// <summary>Writes the payload's members and the request's own into one JSON object.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteBody(ResourceWriter writer, TPayload payload)
    {
    }
}
