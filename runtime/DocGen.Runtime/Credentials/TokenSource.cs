using System.Runtime.ExceptionServices;

namespace DocGen.Infrastructure;

#pragma warning disable CA1001 // A semaphore holds no handle, and a call may use it after its client is disposed.

/// <summary>
/// Caches the token for one set of scopes. Only one call at a time requests a token from the credential. One call
/// renews the token before it expires, while other calls use the old token. If renewal fails, the old token is used
/// until it expires.
/// </summary>
internal sealed class TokenSource(
    ApiCredential credential, IReadOnlyList<string> scopes, TimeProvider time, ClientObserver? observer)
{
    // A token must stay valid for the duration of a slow call.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    // Time between two attempts to renew a token that is still valid.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Kept? _kept;
    private volatile Failure? _failure;

    /// <summary>
    /// Returns a token. If the service refused a token, returns a different token with the required claims.
    /// </summary>
    /// <exception cref="InvalidOperationException">The credential returned an invalid token.</exception>
    public async ValueTask<string> GetAsync(RefusedToken? refused, CancellationToken cancellationToken)
    {
        if (Find(refused) is { } kept)
        {
            if (time.GetUtcNow() < kept.RenewOn || !_gate.TryEnter())
                return kept.Token;
            return await RenewAsync(kept, cancellationToken).ConfigureAwait(false);
        }

        Failure? before = _failure;
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The previous holder of the gate requested the same token, so its token or failure is the result for all
            // waiting calls.
            if (Find(refused) is { } fresh)
                return fresh.Token;
            if (_failure is { } failure && failure != before && failure.Claims == refused?.Claims)
                ExceptionDispatchInfo.Throw(failure.Exception);
            return await AskAsync(refused?.Claims, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    // The caller enters the gate; this method releases it.
    private async Task<string> RenewAsync(Kept kept, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(claims: null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (
            !cancellationToken.IsCancellationRequested && time.GetUtcNow() < kept.ExpiresOn)
        {
            observer?.OnRenewalFailed(exception);
            _kept = kept with { RenewOn = time.GetUtcNow() + Pause };
            return kept.Token;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Whether a text consists of visible ASCII characters, as tokens and API keys do (RFC 6750).</summary>
    public static bool IsSendable(string token) => token.All(static c => c is > ' ' and <= '~');

    private async Task<string> AskAsync(string? claims, CancellationToken cancellationToken)
    {
        try
        {
            AccessToken token = await credential
                .GetTokenAsync(new TokenRequest(scopes, claims), cancellationToken).ConfigureAwait(false);
            if (string.IsNullOrEmpty(token.Token) || !IsSendable(token.Token))
            {
                throw new InvalidOperationException(
                    "The credential returned a token that is empty, or contains a space, a line break or a character " +
                    "that is not ASCII.");
            }
            _kept = new Kept(token.Token, claims, token.ExpiresOn, RenewOn(token, time.GetUtcNow()));
            return token.Token;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _failure = new Failure(exception, claims);
            throw;
        }
    }

    private Kept? Find(RefusedToken? refused) =>
        _kept is { } kept && time.GetUtcNow() < kept.ExpiresOn &&
        (refused is null || (kept.Claims == refused.Claims && kept.Token != refused.Token)) ? kept : null;

    private static DateTimeOffset RenewOn(AccessToken token, DateTimeOffset now)
    {
        TimeSpan left = token.ExpiresOn - now;
        // Tokens with a lifetime of a minute are cached too.
        DateTimeOffset planned = token.RefreshOn ?? token.ExpiresOn - (left / 4 < Margin ? left / 4 : Margin);
        return planned > now ? planned : now + Pause;
    }

    private sealed record Kept(string Token, string? Claims, DateTimeOffset ExpiresOn, DateTimeOffset RenewOn);

    // A class, not a record: failures compare by reference, because the same exception may be thrown twice.
    private sealed class Failure(Exception exception, string? claims)
    {
        public Exception Exception => exception;

        public string? Claims => claims;
    }
}
