namespace DocGen;

/// <summary>
/// A collection that is fetched page by page while it is enumerated. Pages that are not enumerated are not fetched.
/// </summary>
/// <remarks>
/// Enumerating throws an <see cref="ApiException"/> if the service sends more consecutive pages without items than
/// <see cref="ServiceClientOptions.MaxEmptyPages"/> allows.
/// </remarks>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>The cancellation token passed to the method that returned this collection.</summary>
    internal virtual CancellationToken MethodToken => default;

    /// <summary>
    /// Enumerates the pages. The method's cancellation token and the enumerator's token both cancel the enumeration.
    /// </summary>
    /// <param name="continuation">
    /// A saved link (<see cref="Page{T}.NextLink"/> or <see cref="Page{T}.DeltaLink"/>) to start from; null starts with
    /// the first page.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The link is not a URL on the host of the service or on an allowed host.
    /// </exception>
    /// <exception cref="ApiException">
    /// While enumerating: the service returned an error, or a link to the next page that is not a URL, points to
    /// another host, or leads to a page that was already returned. All earlier pages have been returned.
    /// </exception>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuation = null);

    /// <summary>Enumerates the items of all pages.</summary>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (Page<T> page in AsPages().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (T item in page.Values)
            {
                MethodToken.ThrowIfCancellationRequested();
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    /// <summary>Creates a collection from pages, for tests.</summary>
    public static AsyncPageable<T> FromPages(IEnumerable<Page<T>> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new FixedPageable(pages);
    }

    private sealed class FixedPageable(IEnumerable<Page<T>> pages) : AsyncPageable<T>
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(string? continuation = null)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            bool started = continuation is null;
            foreach (Page<T> page in pages)
            {
                if (started)
                    yield return page;
                started |= page.NextLink?.OriginalString == continuation;
            }
        }
    }
}
