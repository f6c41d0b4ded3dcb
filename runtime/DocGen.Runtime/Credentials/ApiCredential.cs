namespace DocGen;

/// <summary>Where the client gets its bearer tokens from. The client keeps a token until shortly before it expires.</summary>
public abstract class ApiCredential
{
    /// <summary>A token.</summary>
    /// <param name="request">What it is asked for.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public abstract ValueTask<AccessToken> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken);

    /// <summary>A token that is already there and does not expire.</summary>
    public static ApiCredential FromToken(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return Create((_, _) => ValueTask.FromResult(new AccessToken(token, DateTimeOffset.MaxValue)));
    }

    /// <summary>Tokens from a function.</summary>
    public static ApiCredential Create(Func<TokenRequest, CancellationToken, ValueTask<AccessToken>> getToken)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        return new DelegateCredential(getToken);
    }

    private sealed class DelegateCredential(Func<TokenRequest, CancellationToken, ValueTask<AccessToken>> getToken) : ApiCredential
    {
        public override ValueTask<AccessToken> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken) =>
            getToken(request, cancellationToken);
    }
}
