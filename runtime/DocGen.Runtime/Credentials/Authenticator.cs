using System.Collections.Concurrent;

namespace DocGen.Infrastructure;

/// <summary>Adds credentials to requests to trusted hosts.</summary>
internal sealed class Authenticator(
    ApiCredential? credential, TrustedHosts hosts, TimeProvider time, ClientObserver? observer)
{
    private readonly ConcurrentDictionary<string, TokenSource> _sources = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds a token and returns it. Returns null and adds no token if the client has no credential, the host is not
    /// trusted, or the caller set a credential.
    /// </summary>
    public async ValueTask<string?> AuthenticateAsync(
        HttpRequestMessage message,
        IReadOnlyList<string> scopes,
        RefusedToken? refused,
        CancellationToken cancellationToken)
    {
        if (credential is null || !hosts.Contains(message.RequestUri!) || credential.Place.IsTaken(message))
            return null;
        string key = string.Join(' ', scopes);
        if (!_sources.TryGetValue(key, out TokenSource? source))
            source = _sources.GetOrAdd(key, new TokenSource(credential, scopes, time, observer));
        string token = await source.GetAsync(refused, cancellationToken).ConfigureAwait(false);
        credential.Place.Put(message, token);
        return token;
    }
}

/// <summary>
/// A token that the service refused, with the claims (as JSON) that the service requires in the next token.
/// </summary>
internal sealed record RefusedToken(string Token, string Claims);
