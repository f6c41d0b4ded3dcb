namespace DocGen;

/// <summary>Where the client gets its bearer tokens from.</summary>
/// <remarks>
/// The client keeps a token for each set of documented permissions and asks for one at a time. It asks for the next one
/// shortly before a token expires (<see cref="AccessToken.RefreshOn"/>); where that fails, it goes on with the token
/// until it has expired. An exception of the credential that no good token makes up for leaves the call as it is; calls
/// that waited for the same token share it.
/// <para/>
/// A token goes to the host of the service root and to <see cref="ServiceClientOptions.AllowedHosts"/>, over https
/// (loopback excepted). It never goes to an upload session, nor to another origin that a redirect leads to; to the
/// address where a job is watched it goes only where that lies under the service root.
/// </remarks>
public abstract class ApiCredential
{
    /// <summary>A token.</summary>
    /// <param name="request">What it is asked for.</param>
    /// <param name="cancellationToken">Ends the attempt: the token of the call that asks.</param>
    /// <returns>
    /// The token. One that is empty or holds characters no token has is an <see cref="InvalidOperationException"/>.
    /// </returns>
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
