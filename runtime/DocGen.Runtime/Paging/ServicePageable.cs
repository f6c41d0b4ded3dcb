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
        while (true)
        {
            yield return page;
            both.Token.ThrowIfCancellationRequested();
            if (page.NextLink is not { } link)
                break;
            page = await FollowAsync(link, followed, both.Token).ConfigureAwait(false);
        }
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
