using System.Text.Json.Nodes;

namespace DocGen;

public partial class ApiRequest
{
    /// <summary>Creates a request that is not in the docs. Its response has only a status and headers.</summary>
    /// <param name="method">The HTTP method, such as <c>POST</c>.</param>
    /// <param name="uriTemplate">
    /// The URL below the service root, with its query if any: <c>/users/{id}/archive</c>. <c>{id}</c> takes one path
    /// segment, <c>{+path}</c> keeps its slashes.
    /// </param>
    /// <param name="pathParameters">The values of the placeholders, in order. They are percent-encoded.</param>
    /// <exception cref="ArgumentException">
    /// The method is invalid, the template is not below the service root, or a value is missing, empty, a <c>.</c> or
    /// <c>..</c> segment, or contains a control character.
    /// </exception>
    /// <example><c>await client.SendAsync(ApiRequest.To("POST", "/users/{id}/archive", id));</c></example>
    public static RawRequest<Response> To(string method, string uriTemplate, params string[] pathParameters) =>
        new(method, Checked(uriTemplate), pathParameters, static answer => new Response(answer));

    /// <summary>Creates a request that is not in the docs. Its response is a resource.</summary>
    /// <typeparam name="T">An emitted class.</typeparam>
    /// <inheritdoc cref="To(string, string, string[])"/>
    /// <example>
    /// <code>
    /// User user = await client.SendAsync(ApiRequest.To&lt;User&gt;("GET", "/users/{id}/manager", id));
    /// </code>
    /// </example>
    public static RawRequest<Response<T>> To<T>(string method, string uriTemplate, params string[] pathParameters)
        where T : ApiResource, IResource<T> =>
        new(method, Checked(uriTemplate), pathParameters,
            static answer => new Response<T>(answer, JsonRead.Resource<T>));

    /// <summary>
    /// Creates a request that is not in the docs. Its response is a collection; <see cref="ServiceClient.GetPages{T}"/>
    /// enumerates all of its pages.
    /// </summary>
    /// <typeparam name="T">The emitted class of an item.</typeparam>
    /// <inheritdoc cref="To(string, string, string[])"/>
    public static RawRequest<Page<T>> ToPages<T>(string method, string uriTemplate, params string[] pathParameters)
        where T : ApiResource, IResource<T> =>
        new(method, Checked(uriTemplate), pathParameters, static answer => answer.ReadPage<T>());

    /// <summary>Creates a request that is not in the docs. Its response is any JSON.</summary>
    /// <inheritdoc cref="To(string, string, string[])"/>
    public static RawRequest<Response<JsonNode>> ToJson(string method, string uriTemplate,
        params string[] pathParameters) =>
        new(method, Checked(uriTemplate), pathParameters,
            static answer => new Response<JsonNode>(answer, JsonRead.Value<JsonNode>));

    /// <summary>Creates a request that is not in the docs. Its response is a stream, read as it arrives.</summary>
    /// <inheritdoc cref="To(string, string, string[])"/>
    public static RawRequest<StreamResponse> ToStream(string method, string uriTemplate,
        params string[] pathParameters) =>
        new(method, Checked(uriTemplate), pathParameters, static answer => new StreamResponse(answer), streams: true);

    /// <summary>
    /// Rejects absolute URLs and URLs with an authority, because they are not below the service root.
    /// </summary>
    private static string Checked(string uriTemplate)
    {
        ArgumentException.ThrowIfNullOrEmpty(uriTemplate);
        if (uriTemplate.StartsWith("//", StringComparison.Ordinal)
            || uriTemplate.Contains("://", StringComparison.Ordinal)
            || uriTemplate.Any(char.IsControl) || uriTemplate.Contains('#', StringComparison.Ordinal))
        {
            throw new ArgumentException("The template is not a path below the service root, such as /users/{id}.",
                nameof(uriTemplate));
        }

        return uriTemplate;
    }
}
