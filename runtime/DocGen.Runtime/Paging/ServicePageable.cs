using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>Fetches the pages of a collection: the page that the request returns, then the page at each link.</summary>
internal sealed class ServicePageable<T>(
    ServiceClient client, AnsweredRequest<Page<T>> request, Func<CancellationToken, Task<Page<T>>> sendFirst,
    CancellationToken cancellationToken) : AsyncPageable<T>
{
    internal override CancellationToken MethodToken => cancellationToken;

    public override IAsyncEnumerable<Page<T>> AsPages(string? continuation = null) =>
        EnumerateAsync(Start(continuation), default);

    // Validated before enumeration starts, because the link comes from the caller.
    private Uri? Start(string? continuation)
    {
        if (continuation is null)
            return null;
        if (!Uri.TryCreate(continuation, UriKind.Absolute, out Uri? link) || !client.Transport.IsTrusted(link))
        {
            throw new ArgumentException(
                "The link is not a URL on the service's host or an allowed host.", nameof(continuation));
        }
        return link;
    }

    private async IAsyncEnumerable<Page<T>> EnumerateAsync(
        Uri? start, [EnumeratorCancellation] CancellationToken enumeration)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enumeration);
        HashSet<string>? delivered = null;
        string? before = null;
        int empty = 0;
        int number = 1;
        for (Uri? next = start; ; number++)
        {
            Page<T> page = await SendAsync(next, number, both.Token, enumeration).ConfigureAwait(false);
            if (page.Fingerprint is not null && page.Fingerprint == before && page.NextLink is not null)
                throw Refused(page, number, "The service returned the previous page again for the next page.");
            before = page.Fingerprint;
            yield return page;
            ThrowIfCanceled(enumeration);
            if (page is { NextLink: null, HasBrokenLink: true })
                throw Refused(page, number, "A page's link is not a valid URL.");
            if (page.NextLink is not { } link)
                break;
            empty = page.Values.Count > 0 ? 0 : empty + 1;
            if (empty > client.Transport.MaxEmptyPages)
                throw Refused(page, number,
                    $"More than {ValueText.Of(client.Transport.MaxEmptyPages)} pages in a row have no items.");
            if (!client.Transport.IsTrusted(link))
                throw Refused(page, number,
                    $"A page's link points to {link.Host}, which is neither the service's host nor an allowed host.");
            delivered ??= new(StringComparer.Ordinal) { Address(start) };
            if (!delivered.Add(Address(link)))
                throw Refused(page, number, "A page's link points to a page that was already returned.");
            next = link;
        }
    }

    private async Task<Page<T>> SendAsync(Uri? link, int number, CancellationToken both, CancellationToken enumeration)
    {
        try
        {
            return link is null
                ? await sendFirst(both).ConfigureAwait(false)
                : await client.Transport.FollowAsync(request, link, number, both).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (both.IsCancellationRequested)
        {
            // Report the caller's token, because the caller does not know the linked token.
            CancellationToken cause = cancellationToken.IsCancellationRequested ? cancellationToken : enumeration;
            throw new TaskCanceledException(exception.Message, exception, cause);
        }
    }

    private void ThrowIfCanceled(CancellationToken enumeration)
    {
        cancellationToken.ThrowIfCancellationRequested();
        enumeration.ThrowIfCancellationRequested();
    }

    private string Address(Uri? link) => (link ?? request.BuildUri(client.Transport.ServiceRoot)).AbsoluteUri;

    private ApiException Refused(Page<T> page, int number, string reason) => ApiException.Refused(
        Call.TargetOf(request.Method, request.UriTemplate, client.Transport.ServiceRoot.Host, number),
        page.RawResponse.Status, page.RawResponse.Headers, reason);
}
