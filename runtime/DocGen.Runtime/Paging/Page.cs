namespace DocGen;

/// <summary>One page of a collection, as the service returned it.</summary>
public sealed class Page<T>(
    IReadOnlyList<T> values, Uri? nextLink = null, Uri? deltaLink = null, Response? rawResponse = null,
    long? count = null)
{
    /// <summary>The items.</summary>
    public IReadOnlyList<T> Values { get; } = values ?? throw new ArgumentNullException(nameof(values));

    /// <summary>The link to the next page; null on the last page. It can be saved, to resume the enumeration.</summary>
    public Uri? NextLink { get; } = nextLink;

    /// <summary>The link to later changes; null except on the last page of a collection of changes.</summary>
    public Uri? DeltaLink { get; } = deltaLink;

    /// <summary>
    /// The total number of items in the collection (<c>$count</c>); null if the service did not send it.
    /// </summary>
    public long? Count { get; } = count;

    /// <summary>Whether the service sent an invalid link: there may be more pages, but their URL is unknown.</summary>
    internal bool HasBrokenLink { get; init; }

    /// <summary>
    /// A hash of the body if pages are counted, because a service that ignores the page number returns the same page
    /// forever. Null if pages have links.
    /// </summary>
    internal string? Fingerprint { get; init; }

    /// <summary>
    /// The status and headers of the response, and the values that did not fit
    /// (<see cref="MisfitExtensions.GetMisfits(Response)"/>).
    /// </summary>
    public Response RawResponse { get; } = rawResponse ?? new Response();
}
