namespace DocGen;

/// <summary>
/// A request whose response is a <typeparamref name="TResponse"/>: an <see cref="ApiRequest{TResponse}"/>, or an
/// <see cref="ApiRequest{TResponse, TPayload}"/> if it has a payload.
/// </summary>
public abstract class AnsweredRequest<TResponse> : ApiRequest
{
    private protected AnsweredRequest(string method, string uriTemplate, params string[] pathParameters)
        : base(method, uriTemplate, pathParameters)
    {
    }

    private protected AnsweredRequest(ApiRequest other)
        : base(other)
    {
    }

    /// <summary>Creates the response object from a successful response.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract TResponse CreateResponse(ResponseContext response);
}
