using System.Runtime.CompilerServices;

namespace DocGen;

/// <summary>A request for one operation: its method, URL, query options and headers.</summary>
public abstract partial class ApiRequest
{
    private readonly string _path;
    private RequestQuery? _query;
    private RequestHeaders? _headers;
    private ConditionalWeakTable<Stream, StreamSource>? _sources;

    /// <summary>Creates a request from a URI template.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="uriTemplate">
    /// A URI template (RFC 6570) relative to the service root. <c>{id}</c> takes one path segment, <c>{+path}</c> keeps
    /// its slashes, and a placeholder between single quotes is an OData string literal.
    /// </param>
    /// <param name="pathParameters">The values of the placeholders, in order, already formatted.</param>
    /// <exception cref="ArgumentException">
    /// A value is null, empty, a <c>.</c> or <c>..</c> segment, or contains a control character; the message contains
    /// the name of its placeholder.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiRequest(string method, string uriTemplate, params string[] pathParameters)
    {
        Method = HttpMethod.Parse(method);
        UriTemplate = uriTemplate;
        _path = PathTemplate.Expand(uriTemplate, pathParameters);
    }

    /// <summary>Creates a request with the same URL, extra query options and extra headers.</summary>
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

    /// <summary>Extra query options; they override documented options of the same name.</summary>
    public RequestQuery Query => _query ??= new RequestQuery();

    /// <summary>Extra headers; they override documented headers of the same name.</summary>
    public RequestHeaders Headers => _headers ??= new RequestHeaders();

    /// <summary>The permissions that the documentation requires.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual IReadOnlyList<string> Scopes => [];

    /// <summary>
    /// Whether sending the request twice has the same effect as sending it once; if null, the HTTP method decides (RFC
    /// 9110, section 9.2.2).
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool? IsIdempotent => null;

    /// <summary>Whether the response body is returned as a stream instead of being read into memory.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool StreamsResponse => false;

    internal HttpMethod Method { get; }

    internal string UriTemplate { get; }

    /// <summary>A URL from the service, used instead of the URL from the template.</summary>
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

    /// <summary>Writes the arguments of the OData function that the request calls.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteFunctionArguments(FunctionArgumentWriter arguments)
    {
    }

    /// <summary>Writes the request's own members of the JSON body.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteBody(ResourceWriter writer)
    {
    }

    /// <summary>Writes the request's own fields of the form body.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteForm(FormWriter form)
    {
    }

    /// <summary>Builds the absolute URL, query included.</summary>
    /// <exception cref="InvalidOperationException">
    /// The URL from the service already has a query option that the request sets.
    /// </exception>
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
    /// Returns the source that this request used when it first sent the stream, so that sending the request again sends
    /// the same content. The first time, returns the given source.
    /// </summary>
    internal StreamSource SourceOf(Stream stream, StreamSource first) =>
        (_sources ?? Interlocked.CompareExchange(ref _sources, [], null) ?? _sources).GetValue(stream, _ => first);

    /// <summary>Builds all headers except those that the transport adds.</summary>
    internal RequestHeaders BuildHeaders()
    {
        var headers = new RequestHeaders(_headers);
        WriteHeaders(new HeaderWriter(headers, _headers));
        return headers;
    }
}
