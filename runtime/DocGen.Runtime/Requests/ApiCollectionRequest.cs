namespace DocGen;

/// <summary>A call that answers with a collection, and lets the caller filter, sort, count and page it.</summary>
/// <remarks>The options are OData's (OData URL Conventions 4.01, section 5.1); none is sent that is not
/// assigned.</remarks>
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
    /// Whether the answer is to say how many items there are in all (<c>$count</c>, OData URL Conventions 4.01,
    /// section 5.1.7); null: as the service does by default.
    /// </summary>
    public bool? Count { get; set; }

    /// <summary>
    /// The condition that items must meet, such as <c>price lt 10 and startswith(name,'a')</c> (<c>$filter</c>, OData
    /// URL Conventions 4.01, section 5.1.1); null: all items.
    /// </summary>
    public string? Filter { get; set; }

    /// <summary>
    /// What the items are sorted by, the first before the others, such as <c>name</c> or <c>name desc</c>
    /// (<c>$orderby</c>, OData URL Conventions 4.01, section 5.1.5); null or empty: the service's own order.
    /// </summary>
    public IList<string>? OrderBy { get; set; }

    /// <summary>
    /// The words that items must match, in a way that the service decides, such as <c>"displayName:one"</c>
    /// (<c>$search</c>, OData URL Conventions 4.01, section 5.1.8); null: all items.
    /// </summary>
    public string? Search { get; set; }

    /// <summary>
    /// How many items are left out at the beginning, 0 or more (<c>$skip</c>, OData URL Conventions 4.01, section
    /// 5.1.6); null: none.
    /// </summary>
    public int? Skip { get; set; }

    /// <summary>
    /// How many items are answered at most, 0 or more (<c>$top</c>, OData URL Conventions 4.01, section 5.1.6); null:
    /// all. Some services take it for the size of a page, and go on to answer the others page by page.
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
