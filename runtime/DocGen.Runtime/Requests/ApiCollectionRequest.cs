namespace DocGen;

/// <summary>A request for a collection, with options to filter, sort, count and page it.</summary>
/// <remarks>
/// The options are OData query options (OData URL Conventions 4.01, section 5.1). Only options that are set are sent.
/// </remarks>
public abstract class ApiCollectionRequest<TResponse> : ApiResourceRequest<TResponse>
{
    /// <inheritdoc cref="ApiRequest(string, string, string[])"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiCollectionRequest(string method, string uriTemplate, params string[] pathParameters)
        : base(method, uriTemplate, pathParameters)
    {
    }

    /// <inheritdoc cref="ApiResourceRequest{TResponse}(ApiResourceRequest{TResponse})"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApiCollectionRequest(ApiCollectionRequest<TResponse> other)
        : base(other)
    {
        Count = other.Count;
        Filter = other.Filter;
        OrderBy = other.OrderBy;
        Search = other.Search;
        Skip = other.Skip;
        Top = other.Top;
    }

    /// <summary>
    /// Whether the response should include the total number of items (<c>$count</c>, OData URL Conventions 4.01,
    /// section 5.1.7); null uses the default of the service.
    /// </summary>
    public bool? Count { get; set; }

    /// <summary>
    /// The condition that items must meet, such as <c>price lt 10 and startswith(name,'a')</c> (<c>$filter</c>, OData
    /// URL Conventions 4.01, section 5.1.1); null returns all items.
    /// </summary>
    public string? Filter { get; set; }

    /// <summary>
    /// The sort keys, most significant first, such as <c>name</c> or <c>name desc</c> (<c>$orderby</c>, OData URL
    /// Conventions 4.01, section 5.1.5); null or empty uses the order of the service.
    /// </summary>
    public IList<string>? OrderBy { get; set; }

    /// <summary>
    /// The search words, such as <c>"displayName:one"</c>; the service decides which items match (<c>$search</c>, OData
    /// URL Conventions 4.01, section 5.1.8); null returns all items.
    /// </summary>
    public string? Search { get; set; }

    /// <summary>
    /// The number of items to skip at the beginning, 0 or more (<c>$skip</c>, OData URL Conventions 4.01, section
    /// 5.1.6); null skips none.
    /// </summary>
    public int? Skip { get; set; }

    /// <summary>
    /// The maximum number of items to return, 0 or more (<c>$top</c>, OData URL Conventions 4.01, section 5.1.6); null
    /// returns all. Some services treat it as the page size and return the remaining items on further pages.
    /// </summary>
    public int? Top { get; set; }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal override void WriteQuery(QueryWriter query)
    {
        query.Add("$count", Count);
        base.WriteQuery(query);
        query.Add("$filter", Filter);
        query.Add("$orderby", OrderBy);
        query.Add("$search", Search);
        query.Add("$skip", Skip);
        query.Add("$top", Top);
    }
}
