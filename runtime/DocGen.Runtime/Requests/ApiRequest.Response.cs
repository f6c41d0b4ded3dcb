namespace DocGen;

/// <summary>A call of one operation that answers with <typeparamref name="TResponse"/>.</summary>
public abstract class ApiRequest<TResponse> : AnsweredRequest<TResponse>
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

    /// <summary>The body, or null where there is none. Called once for a call, however often it is sent.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual RequestBody? CreateBody() => null;
}
