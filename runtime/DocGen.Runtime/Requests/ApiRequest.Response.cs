namespace DocGen;

/// <summary>A request for an operation that returns a <typeparamref name="TResponse"/>.</summary>
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

    /// <summary>Creates the body; null if there is none. Called once per call, also if the call is retried.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual RequestBody? CreateBody() => null;
}
