using System.Text.Json.Nodes;

namespace DocGen;

public partial class ApiRequest
{
    /// <summary>A call that the docs lack, which answers with nothing but a status and headers.</summary>
    /// <param name="method">The HTTP method, such as <c>POST</c>.</param>
    /// <param name="uriTemplate">
    /// The address under the service root, with a query if it has one: <c>/users/{id}/archive</c>. <c>{id}</c> takes
    /// one path segment, <c>{+path}</c> keeps its slashes.
    /// </param>
    /// <param name="pathParameters">The values of the placeholders, in their order; they are encoded.</param>
    /// <exception cref="ArgumentException">
    /// The method is none, the template leads away from the service, or a value is missing, empty, a <c>.</c> or
    /// <c>..</c> segment, or holds a control character.
    /// </exception>
    /// <example><c>await client.SendAsync(ApiRequest.To("POST", "/users/{id}/archive", id));</c></example>
    public static RawRequest<Response> To(string method, string uriTemplate, params string[] pathParameters) =>
        new(method, Checked(uriTemplate), pathParameters, static answer => new Response(answer));

    /// <summary>A call that the docs lack, which answers with a resource.</summary>
    /// <typeparam name="T">An emitted class.</typeparam>
    /// <inheritdoc cref="To(string, string, string[])"/>
    /// <example><c>User user = await client.SendAsync(ApiRequest.To&lt;User&gt;("GET", "/users/{id}/manager",
    /// id));</c></example>
    public static RawRequest<Response<T>> To<T>(string method, string uriTemplate, params string[] pathParameters)
        where T : ApiResource, IResource<T> =>
        new(method, Checked(uriTemplate), pathParameters,
            static answer => new Response<T>(answer, JsonRead.Resource<T>));

    /// <summary>
    /// A call that the docs lack, which answers with a collection; <see cref="ServiceClient.GetPages{T}"/> enumerates
    /// all of it.
    /// </summary>
    /// <typeparam name="T">An emitted class: that of an item.</typeparam>
    /// <inheritdoc cref="To(string, string, string[])"/>
    public static RawRequest<Page<T>> ToPages<T>(string method, string uriTemplate, params string[] pathParameters)
        where T : ApiResource, IResource<T> =>
        new(method, Checked(uriTemplate), pathParameters, static answer => answer.ReadPage<T>());

    /// <summary>A call that the docs lack, which answers with any JSON.</summary>
    /// <inheritdoc cref="To(string, string, string[])"/>
    public static RawRequest<Response<JsonNode>> ToJson(string method, string uriTemplate,
        params string[] pathParameters) =>
        new(method, Checked(uriTemplate), pathParameters,
            static answer => new Response<JsonNode>(answer, JsonRead.Value<JsonNode>));

    /// <summary>A call that the docs lack, which answers with content that is read as it arrives.</summary>
    /// <inheritdoc cref="To(string, string, string[])"/>
    public static RawRequest<StreamResponse> ToStream(string method, string uriTemplate,
        params string[] pathParameters) =>
        new(method, Checked(uriTemplate), pathParameters, static answer => new StreamResponse(answer), streams: true);

    /// <summary>An absolute address, or one with another authority, would not be under the service root.</summary>
    private static string Checked(string uriTemplate)
    {
        ArgumentException.ThrowIfNullOrEmpty(uriTemplate);
        if (uriTemplate.StartsWith("//", StringComparison.Ordinal)
            || uriTemplate.Contains("://", StringComparison.Ordinal)
            || uriTemplate.Any(char.IsControl) || uriTemplate.Contains('#', StringComparison.Ordinal))
        {
            throw new ArgumentException("The template is no path under the service root, such as /users/{id}.",
                nameof(uriTemplate));
        }

        return uriTemplate;
    }
}
