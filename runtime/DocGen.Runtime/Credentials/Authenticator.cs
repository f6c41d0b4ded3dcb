using System.Collections.Concurrent;

namespace DocGen.Infrastructure;

/// <summary>Puts tokens on requests to trusted hosts and keeps them until shortly before they expire.</summary>
internal sealed class Authenticator(ApiCredential? credential, TrustedHosts hosts, TimeProvider time) : IDisposable
{
    // Long enough for a token to last through a slow call.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, AccessToken> _tokens = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Adds the token, unless the host is not trusted or the caller set a header of his own; true where one was added.</summary>
    public async ValueTask<bool> AuthenticateAsync(
        HttpRequestMessage message, IReadOnlyList<string> scopes, string? claims, CancellationToken cancellationToken)
    {
        if (credential is null || !hosts.Contains(message.RequestUri!) || message.Headers.Contains("Authorization"))
            return false;
        AccessToken token = await GetTokenAsync(credential, scopes, claims, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(token.Token) || !token.Token.All(static c => c is > ' ' and <= '~'))
            throw new InvalidOperationException("The credential gave a token that is empty or holds characters no token has.");
        message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token.Token);
        return true;
    }

    public void Dispose() => _gate.Dispose();

    private async ValueTask<AccessToken> GetTokenAsync(
        ApiCredential source, IReadOnlyList<string> scopes, string? claims, CancellationToken cancellationToken)
    {
        string key = string.Join(' ', scopes);
        if (claims is null && TryGetCached(key, out AccessToken token))
            return token;

        // One at a time: a burst of calls at the start asks for one token, not for one each.
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (claims is null && TryGetCached(key, out token))
                return token;
            token = await source.GetTokenAsync(new TokenRequest(scopes, claims), cancellationToken).ConfigureAwait(false);
            _tokens[key] = token;
            return token;
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool TryGetCached(string key, out AccessToken token) =>
        _tokens.TryGetValue(key, out token) && token.ExpiresOn - time.GetUtcNow() > Margin;
}
