namespace DocGen;

/// <summary>A collection that is fetched page by page while it is enumerated; what is not asked for is not
/// fetched.</summary>
/// <remarks>
/// Enumerating throws an <see cref="ApiException"/> where the service sends more pages without an item in a row than
/// <see cref="ServiceClientOptions.MaxEmptyPages"/> allows.
/// </remarks>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>The token that the method which gave this collection was given.</summary>
    internal virtual CancellationToken MethodToken => default;

    /// <summary>The collection page by page. Both the method's token and the enumeration's end it.</summary>
    /// <param name="continuation">A saved link (<see cref="Page{T}.NextLink"/> or <see cref="Page{T}.DeltaLink"/>) to
    /// start from; null: from the start.</param>
    /// <exception cref="ArgumentException">The link is no address of the service's own host.</exception>
    /// <exception cref="ApiException">
    /// While enumerating: the service answered with an error, or named a next page that is no address, another host's,
    /// or one that was delivered before. The pages until then were delivered.
    /// </exception>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuation = null);

    /// <summary>The items of all pages.</summary>
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

    /// <summary>A collection made by hand, for tests.</summary>
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
