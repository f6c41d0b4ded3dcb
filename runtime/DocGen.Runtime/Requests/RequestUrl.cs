namespace DocGen.Infrastructure;

/// <summary>A URL of a request that has more to be assigned: <c>new(url) { … }</c> makes the request.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestUrl<TRequest>
    where TRequest : ApiRequest
{
    /// <summary>A URL of the given template.</summary>
    /// <inheritdoc cref="ApiRequest(string, string, string[])" path="/param"/>
    public RequestUrl(string uriTemplate, params string[] pathParameters) =>
        (UriTemplate, PathParameters) = (uriTemplate, pathParameters);

    /// <summary>The URI template (RFC 6570), relative to the service root.</summary>
    public string UriTemplate { get; }

    /// <summary>The values of its placeholders, in their order.</summary>
    public string[] PathParameters { get; }
}
