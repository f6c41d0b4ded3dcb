namespace DocGen;

/// <summary>A request for a resource, with options to select and expand its properties.</summary>
/// <remarks>
/// The options are OData query options (OData URL Conventions 4.01, section 5.1). Only options that are set are sent.
/// </remarks>
public abstract class ApiResourceRequest<TResponse> : ApiRequest<TResponse>
{
    /// <inheritdoc cref="ApiRequest(string, string, string[])"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiResourceRequest(string method, string uriTemplate, params string[] pathParameters)
        : base(method, uriTemplate, pathParameters)
    {
    }

    /// <summary>Creates a request with the same URL and options.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiResourceRequest(ApiResourceRequest<TResponse> other)
        : base(other) => (Expand, Select) = (other.Expand, other.Select);

    /// <summary>
    /// Related resources to include in the response, such as <c>children</c> or <c>children($select=name)</c>
    /// (<c>$expand</c>, OData URL Conventions 4.01, section 5.1.3); null or empty uses the default of the service.
    /// </summary>
    public IList<string>? Expand { get; set; }

    /// <summary>
    /// The properties to return (<c>$select</c>, OData URL Conventions 4.01, section 5.1.4); null or empty uses the
    /// default of the service.
    /// </summary>
    public IList<string>? Select { get; set; }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override void WriteQuery(QueryWriter query)
    {
        query.Add("$expand", Expand);
        query.Add("$select", Select);
    }
}
