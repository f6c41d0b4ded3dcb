namespace DocGen;

/// <summary>A part of a collection, as the service delivered it.</summary>
public sealed class Page<T>(
    IReadOnlyList<T> values, Uri? nextLink = null, Uri? deltaLink = null, Response? rawResponse = null,
    long? count = null)
{
    /// <summary>The items.</summary>
    public IReadOnlyList<T> Values { get; } = values ?? throw new ArgumentNullException(nameof(values));

    /// <summary>Where the next page is; null on the last. Can be saved and resumed from.</summary>
    public Uri? NextLink { get; } = nextLink;

    /// <summary>Where the changes after this round are; null but on the last page of a delta.</summary>
    public Uri? DeltaLink { get; } = deltaLink;

    /// <summary>How many items the collection has in all (<c>$count</c>); null where the service did not say.</summary>
    public long? Count { get; } = count;

    /// <summary>
    /// Whether the service named a link that is no address: there may be more, and nobody knows where.
    /// </summary>
    internal bool HasBrokenLink { get; init; }

    /// <summary>
    /// What tells the body from others, where pages are counted: a service that ignores the number sends the same page
    /// for ever. Null where links lead on.
    /// </summary>
    internal string? Fingerprint { get; init; }

    /// <summary>
    /// Status and headers of the answer, and the values that did not fit
    /// (<see cref="MisfitExtensions.GetMisfits(Response)"/>).
    /// </summary>
    public Response RawResponse { get; } = rawResponse ?? new Response();
}
