namespace DocGen;

/// <summary>
/// A call that answers with <typeparamref name="TResponse"/>: an <see cref="ApiRequest{TResponse}"/>, or an
/// <see cref="ApiRequest{TResponse, TPayload}"/> where it has a payload.
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

    /// <summary>Makes the response from a successful answer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract TResponse CreateResponse(ResponseContext response);
}
