using System.Runtime.CompilerServices;

namespace DocGen;

/// <summary>A call of one operation: where it goes and what it carries.</summary>
public abstract partial class ApiRequest
{
    private readonly string _path;
    private RequestQuery? _query;
    private RequestHeaders? _headers;
    private ConditionalWeakTable<Stream, StreamSource>? _sources;

    /// <summary>A request to the given template.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="uriTemplate">
    /// A URI template (RFC 6570) relative to the service root. <c>{id}</c> takes one path segment, <c>{+path}</c> keeps
    /// its slashes, and a placeholder between single quotes is an OData string literal.
    /// </param>
    /// <param name="pathParameters">The values of the placeholders in their order, already formatted.</param>
    /// <exception cref="ArgumentException">
    /// A value is null, empty, a <c>.</c> or <c>..</c> segment, or holds a control character; the message names its
    /// placeholder.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiRequest(string method, string uriTemplate, params string[] pathParameters)
    {
        Method = HttpMethod.Parse(method);
        UriTemplate = uriTemplate;
        _path = PathTemplate.Expand(uriTemplate, pathParameters);
    }

    /// <summary>A request to the same target with the same extra query options and headers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiRequest(ApiRequest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Method = other.Method;
        UriTemplate = other.UriTemplate;
        _path = other._path;
        Link = other.Link;
        _query = other._query is null ? null : new RequestQuery(other._query);
        _headers = other._headers is null ? null : new RequestHeaders(other._headers);
    }

    /// <summary>Further query options; they win over documented ones of the same name.</summary>
    public RequestQuery Query => _query ??= new RequestQuery();

    /// <summary>Further headers; they win over documented ones of the same name.</summary>
    public RequestHeaders Headers => _headers ??= new RequestHeaders();

    /// <summary>The permissions the documentation asks for.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual IReadOnlyList<string> Scopes => [];

    /// <summary>Whether sending the request twice has the effect of sending it once; null: by its method (RFC 9110,
    /// section 9.2.2).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool? IsIdempotent => null;

    /// <summary>Whether the response's body is handed over as a stream instead of being read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool StreamsResponse => false;

    internal HttpMethod Method { get; }

    internal string UriTemplate { get; }

    /// <summary>An address that the service gave, in place of the template's.</summary>
    internal Uri? Link { get; set; }

    /// <summary>Writes the documented query options.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteQuery(QueryWriter query)
    {
    }

    /// <summary>Writes the documented headers.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteHeaders(HeaderWriter headers)
    {
    }

    /// <summary>Writes the arguments of the OData function the request calls.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteFunctionArguments(FunctionArgumentWriter arguments)
    {
    }

    /// <summary>Writes the members of the body's JSON object that are the request's own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteBody(ResourceWriter writer)
    {
    }

    /// <summary>Writes the fields of the body's form that are the request's own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteForm(FormWriter form)
    {
    }

    /// <summary>The absolute address under the service root, query included.</summary>
    /// <exception cref="InvalidOperationException">The request has both an address that the service gave and query
    /// options.</exception>
    internal Uri BuildUri(Uri serviceRoot)
    {
        var arguments = new FunctionArgumentWriter();
        WriteFunctionArguments(arguments);
        var query = new QueryWriter(_query, serviceRoot);
        WriteQuery(query);
        if (Link is { } link)
            return ServiceUri.Follow(serviceRoot, link, query.ToString());
        return ServiceUri.Join(serviceRoot, arguments.AppendTo(_path), query.ToString());
    }

    /// <summary>
    /// The stream as it was when the request was first sent with it, so that sending the request again sends the same
    /// content; the given one where this is the first time.
    /// </summary>
    internal StreamSource SourceOf(Stream stream, StreamSource first) =>
        (_sources ?? Interlocked.CompareExchange(ref _sources, [], null) ?? _sources).GetValue(stream, _ => first);

    /// <summary>All headers but those of the transport.</summary>
    internal RequestHeaders BuildHeaders()
    {
        var headers = new RequestHeaders(_headers);
        WriteHeaders(new HeaderWriter(headers, _headers));
        return headers;
    }
}
