using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>The pages a service delivers: the request's own, then those its links lead to.</summary>
internal sealed class ServicePageable<T>(
    ServiceClient client, AnsweredRequest<Page<T>> request, Func<CancellationToken, Task<Page<T>>> sendFirst,
    CancellationToken cancellationToken) : AsyncPageable<T>
{
    internal override CancellationToken MethodToken => cancellationToken;

    public override IAsyncEnumerable<Page<T>> AsPages(string? continuation = null) =>
        EnumerateAsync(Start(continuation), default);

    // Checked when the pages are asked for: the link is the caller's.
    private Uri? Start(string? continuation)
    {
        if (continuation is null)
            return null;
        if (!Uri.TryCreate(continuation, UriKind.Absolute, out Uri? link) || !client.Transport.IsTrusted(link))
            throw new ArgumentException("The link is no address of the service's own host.", nameof(continuation));
        return link;
    }

    private async IAsyncEnumerable<Page<T>> EnumerateAsync(
        Uri? start, [EnumeratorCancellation] CancellationToken enumeration)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enumeration);
        HashSet<string>? delivered = null;
        string? before = null;
        int empty = 0;
        for (Uri? next = start; ;)
        {
            Page<T> page = await SendAsync(next, both.Token, enumeration).ConfigureAwait(false);
            if (page.Fingerprint is not null && page.Fingerprint == before && page.NextLink is not null)
                throw Refused(page, "The service answered the page before once more, under the address of the next.");
            before = page.Fingerprint;
            yield return page;
            ThrowIfCanceled(enumeration);
            if (page is { NextLink: null, HasBrokenLink: true })
                throw Refused(page, "A page's link is no address.");
            if (page.NextLink is not { } link)
                break;
            empty = page.Values.Count > 0 ? 0 : empty + 1;
            if (empty > client.Transport.MaxEmptyPages)
                throw Refused(page,
                    $"More than {ValueText.Of(client.Transport.MaxEmptyPages)} pages in a row have no item.");
            if (!client.Transport.IsTrusted(link))
                throw Refused(page, $"A page's link leads to {link.Host}, which is not the service's own host.");
            delivered ??= new(StringComparer.Ordinal) { Address(start) };
            if (!delivered.Add(Address(link)))
                throw Refused(page, "A page's link leads back to a page that was delivered before.");
            next = link;
        }
    }

    private async Task<Page<T>> SendAsync(Uri? link, CancellationToken both, CancellationToken enumeration)
    {
        try
        {
            return link is null
                ? await sendFirst(both).ConfigureAwait(false)
                : await client.Transport.FollowAsync(request, link, both).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (both.IsCancellationRequested)
        {
            // The linked token is nobody's.
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

    private ApiException Refused(Page<T> page, string reason) => ApiException.Refused(
        $"{request.Method} {request.UriTemplate}", page.RawResponse.Status, page.RawResponse.Headers, reason);
}
