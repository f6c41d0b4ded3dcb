namespace DocGen;

/// <summary>Where the client gets its credentials from: bearer tokens, unless a credential is made for another
/// scheme.</summary>
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

    /// <summary>Where in a request the token goes.</summary>
    internal virtual CredentialPlace Place => CredentialPlace.Bearer;

    /// <summary>A token that is already there and does not expire: <c>Authorization: Bearer …</c> (RFC 6750).</summary>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    public static ApiCredential FromToken(string token) => FromToken(token, "Bearer");

    /// <summary>
    /// A token that is already there and does not expire, in the header <c>Authorization</c> behind a scheme of the
    /// service's own (RFC 9110, section 11.4), such as <c>token</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The token is null or empty, or the scheme is no token of HTTP.</exception>
    public static ApiCredential FromToken(string token, string scheme)
    {
        if (!IsToken(scheme))
            throw new ArgumentException("The scheme is no token of HTTP (RFC 9110, section 5.6.2).", nameof(scheme));
        return Fixed(token, nameof(token), CredentialPlace.Scheme(scheme));
    }

    /// <summary>A user and a password: <c>Authorization: Basic …</c>, in UTF-8 (RFC 7617).</summary>
    /// <exception cref="ArgumentException">The user is null, or holds a colon or a control character.</exception>
    public static ApiCredential FromPassword(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':', StringComparison.Ordinal) || user.Any(char.IsControl))
            throw new ArgumentException(
                "The name of a user holds no colon and no control character (RFC 7617, section 2).", nameof(user));
        return Fixed(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")), nameof(user),
            CredentialPlace.Scheme("Basic"));
    }

    /// <summary>An API key in a header of the service's own, such as <c>X-Api-Key</c>.</summary>
    /// <exception cref="ArgumentException">The key is null or empty, or the name is none that a request's header can
    /// have.</exception>
    public static ApiCredential FromApiKey(string key, string headerName)
    {
        if (!IsToken(headerName) || headerName.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("This is no name of a request's header (RFC 9110, section 5.1).",
                nameof(headerName));
        return Fixed(key, nameof(key), new CredentialPlace(headerName));
    }

    /// <summary>
    /// An API key in the query, such as <c>?api_key=…</c>. Addresses are written into the logs of servers and proxies:
    /// use a header where the service takes one. The client's own logs, traces and errors never hold the key.
    /// </summary>
    /// <exception cref="ArgumentException">The key or the parameter's name is null or empty.</exception>
    public static ApiCredential FromApiKeyInQuery(string key, string parameterName)
    {
        ArgumentException.ThrowIfNullOrEmpty(parameterName);
        return Fixed(key, nameof(key), new CredentialPlace(parameterName, IsQuery: true));
    }

    /// <summary>Tokens from a function.</summary>
    public static ApiCredential Create(Func<TokenRequest, CancellationToken, ValueTask<AccessToken>> getToken)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        return new DelegateCredential(getToken, CredentialPlace.Bearer);
    }

    private static DelegateCredential Fixed(string value, string parameter, CredentialPlace place)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        var token = new AccessToken(value, DateTimeOffset.MaxValue);
        return new DelegateCredential((_, _) => ValueTask.FromResult(token), place);
    }

    private static bool IsToken(string? text) =>
        !string.IsNullOrEmpty(text)
            && text.All(static c => char.IsAsciiLetterOrDigit(c)
                || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    private sealed class DelegateCredential(
        Func<TokenRequest, CancellationToken, ValueTask<AccessToken>> getToken, CredentialPlace place) : ApiCredential
    {
        internal override CredentialPlace Place => place;

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequest request,
            CancellationToken cancellationToken) =>
            getToken(request, cancellationToken);
    }
}
