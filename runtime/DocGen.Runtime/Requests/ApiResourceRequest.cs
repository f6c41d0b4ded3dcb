namespace DocGen;

/// <summary>A call that answers with a resource, and lets the caller say which of its properties are wanted.</summary>
/// <remarks>The options are OData's (OData URL Conventions 4.01, section 5.1); none is sent that is not
/// assigned.</remarks>
public abstract class ApiResourceRequest<TResponse> : ApiRequest<TResponse>
{
    /// <inheritdoc cref="ApiRequest(string, string, string[])"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiResourceRequest(string method, string uriTemplate, params string[] pathParameters)
        : base(method, uriTemplate, pathParameters)
    {
    }

    /// <summary>A request to the same target with the same options.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiResourceRequest(ApiResourceRequest<TResponse> other)
        : base(other) => (Expand, Select) = (other.Expand, other.Select);

    /// <summary>
    /// Related resources to include in the answer, such as <c>children</c> or <c>children($select=name)</c>
    /// (<c>$expand</c>, OData URL Conventions 4.01, section 5.1.3); null or empty: what the service includes by
    /// default.
    /// </summary>
    public IList<string>? Expand { get; set; }

    /// <summary>
    /// The properties that the answer is to have (<c>$select</c>, OData URL Conventions 4.01, section 5.1.4); null or
    /// empty: those that the service answers by default.
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
