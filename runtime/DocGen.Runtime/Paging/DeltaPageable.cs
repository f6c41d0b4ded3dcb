using System.Runtime.CompilerServices;

namespace DocGen;

/// <summary>
/// The changes to a collection since a point in time, fetched page by page while they are enumerated.
/// </summary>
public class DeltaPageable<T> : AsyncPageable<T>
{
    private readonly AsyncPageable<T> _pages;
    private readonly Uri? _start;

    /// <summary>Creates a collection of changes from pages. The last page has the link to later changes.</summary>
    public DeltaPageable(AsyncPageable<T> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        _pages = pages;
    }

    private DeltaPageable(AsyncPageable<T> pages, Uri start) => (_pages, _start) = (pages, start);

    /// <summary>
    /// The link to later changes (OData 4.01, section 11.3); null until the last page has arrived. It can be saved and
    /// passed to <see cref="ResumeFrom"/>.
    /// </summary>
    public Uri? DeltaLink { get; private set; }

    /// <summary>
    /// Returns the changes that start at a link: the delta link of an earlier enumeration, or the next link of an
    /// interrupted enumeration.
    /// </summary>
    public DeltaPageable<T> ResumeFrom(Uri link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return new DeltaPageable<T>(_pages, link);
    }

    internal override CancellationToken MethodToken => _pages.MethodToken;

    /// <inheritdoc/>
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuation = null) =>
        EnumerateAsync(continuation ?? _start?.OriginalString, default);

    /// <summary>Creates changes from pages, for tests.</summary>
    public static new DeltaPageable<T> FromPages(IEnumerable<Page<T>> pages) => new(AsyncPageable<T>.FromPages(pages));

    private async IAsyncEnumerable<Page<T>> EnumerateAsync(
        string? continuation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DeltaLink = null;
        await foreach (Page<T> page in _pages.AsPages(continuation).WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            DeltaLink = page.DeltaLink;
            yield return page;
        }
    }
}
