using System.Runtime.CompilerServices;

namespace DocGen.Infrastructure;

/// <summary>The pages a service delivers: the request's own, then those its links lead to.</summary>
internal sealed class ServicePageable<T>(
    ServiceClient client, ApiRequest<Page<T>> request, CancellationToken cancellationToken) : AsyncPageable<T>
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuation = null) => EnumerateAsync(continuation, default);

    private async IAsyncEnumerable<Page<T>> EnumerateAsync(
        string? continuation, [EnumeratorCancellation] CancellationToken enumeration)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enumeration);
        var followed = new HashSet<string>(StringComparer.Ordinal);
        Page<T> page = continuation is null
            ? await client.SendAsync(request, both.Token).ConfigureAwait(false)
            : await FollowAsync(new Uri(continuation, UriKind.Absolute), followed, both.Token).ConfigureAwait(false);
        for (int empty = 0; ;)
        {
            yield return page;
            both.Token.ThrowIfCancellationRequested();
            if (page.NextLink is not { } link)
                break;
            empty = page.Values.Count > 0 ? 0 : empty + 1;
            if (empty > client.Transport.MaxEmptyPages)
                throw TooManyEmpty(page);
            page = await FollowAsync(link, followed, both.Token).ConfigureAwait(false);
        }
    }

    private ApiException TooManyEmpty(Page<T> page)
    {
        (int status, ResponseHeaders headers) = (page.RawResponse.Status, page.RawResponse.Headers);
        string limit = ValueText.Of(client.Transport.MaxEmptyPages);
        var error = new ApiError(null, $"More than {limit} pages in a row have no item.");
        string target = $"{request.Method} {request.UriTemplate}";
        return new ApiException(status) { Failure = new ApiFailure(status, headers, [error], Target: target) };
    }

    private Task<Page<T>> FollowAsync(Uri link, HashSet<string> followed, CancellationToken token)
    {
        if (!client.Transport.IsTrusted(link))
            throw new InvalidOperationException($"A page's link leads to {link.Host}, which is not the service's own host.");
        if (!followed.Add(link.AbsoluteUri))
            throw new InvalidOperationException("A page's link leads back to a page that was delivered before.");
        return client.Transport.SendAsync(request, link, token);
    }
}
