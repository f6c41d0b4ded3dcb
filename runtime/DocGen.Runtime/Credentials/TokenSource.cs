using System.Runtime.ExceptionServices;

namespace DocGen.Infrastructure;

#pragma warning disable CA1001 // A semaphore holds no handle, and a call may use it after its client is disposed.

/// <summary>
/// The token for one set of scopes. One call at a time asks the credential for it. It is renewed before it expires, by
/// one call, while the others go on with it; where that fails, it is used as long as it is good.
/// </summary>
internal sealed class TokenSource(
    ApiCredential credential, IReadOnlyList<string> scopes, TimeProvider time, ClientObserver? observer)
{
    // Long enough for a token to last through a slow call.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    // Between two attempts to renew a token that is still good.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Kept? _kept;
    private volatile Failure? _failure;

    /// <summary>A token; where one was refused, another that has the claims the service asks for.</summary>
    /// <exception cref="InvalidOperationException">The credential gave a token that is none.</exception>
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
            // The call that was here before asked for the same: its token, or its failure, is the answer to all that
            // waited.
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

    // The gate is the caller's to pass before, and is opened here.
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

    private async Task<string> AskAsync(string? claims, CancellationToken cancellationToken)
    {
        try
        {
            AccessToken token = await credential
                .GetTokenAsync(new TokenRequest(scopes, claims), cancellationToken).ConfigureAwait(false);
            if (string.IsNullOrEmpty(token.Token) || !token.Token.All(static c => c is > ' ' and <= '~'))
            {
                throw new InvalidOperationException(
                    "The credential gave a token that is empty or holds characters no token has.");
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
        // A token that lives for a minute is kept too.
        DateTimeOffset planned = token.RefreshOn ?? token.ExpiresOn - (left / 4 < Margin ? left / 4 : Margin);
        return planned > now ? planned : now + Pause;
    }

    private sealed record Kept(string Token, string? Claims, DateTimeOffset ExpiresOn, DateTimeOffset RenewOn);

    // A class without value equality: the same exception may be thrown twice.
    private sealed class Failure(Exception exception, string? claims)
    {
        public Exception Exception => exception;

        public string? Claims => claims;
    }
}
