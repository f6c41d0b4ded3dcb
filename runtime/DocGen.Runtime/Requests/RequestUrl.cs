namespace DocGen.Infrastructure;

/// <summary>A URL for a request that needs more values: <c>new(url) { … }</c> creates the request.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestUrl<TRequest>
    where TRequest : ApiRequest
{
    /// <summary>Creates a URL from a URI template.</summary>
    /// <inheritdoc cref="ApiRequest(string, string, string[])" path="/param"/>
    public RequestUrl(string uriTemplate, params string[] pathParameters) =>
        (UriTemplate, PathParameters) = (uriTemplate, pathParameters);

    /// <summary>The URI template (RFC 6570), relative to the service root.</summary>
    public string UriTemplate { get; }

    /// <summary>The values of the placeholders, in order.</summary>
    public string[] PathParameters { get; }
}
