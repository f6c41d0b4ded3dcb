namespace DocGen;

/// <summary>A call of one operation that answers with <typeparamref name="TResponse"/>.</summary>
public abstract class ApiRequest<TResponse> : ApiRequest
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

    /// <summary>Makes the response from a successful answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract TResponse CreateResponse(ResponseContext response);
}
