namespace DocGen;

/// <summary>
/// A request for an operation that sends a <typeparamref name="TPayload"/> and returns a
/// <typeparamref name="TResponse"/>. The payload is not part of the request; it is passed to the method that sends the
/// request.
/// </summary>
/// <typeparam name="TResponse">The type of the response.</typeparam>
/// <typeparam name="TPayload">The type of the payload: a resource, a stream, or a reference to an entity.</typeparam>
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

    /// <summary>Creates the body from the payload. Called once per call, also if the call is retried.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract RequestBody CreateBody(TPayload payload);

    /// <summary>Writes the members of the payload and of the request into one JSON object.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteBody(ResourceWriter writer, TPayload payload)
    {
    }
}
