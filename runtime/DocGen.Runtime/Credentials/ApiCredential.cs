namespace DocGen;

/// <summary>Provides the client's credentials: bearer tokens, unless the credential uses another scheme.</summary>
/// <remarks>
/// The client caches one token for each set of documented permissions. It never has two requests for the same set in
/// progress. It requests the next token shortly before the current token expires (<see cref="AccessToken.RefreshOn"/>).
/// If that request fails, the client uses the current token until that token expires. Without a valid token, the caller
/// receives the credential's exception; calls that waited for the same token receive the same exception.
/// <para/>
/// A token is sent to the host of the service root and to <see cref="ServiceClientOptions.AllowedHosts"/>, over https
/// (except loopback). It is never sent to an upload session, nor to another origin after a redirect. It is sent to the
/// monitor URL of a job only if that URL is below the service root.
/// </remarks>
public abstract class ApiCredential
{
    /// <summary>Returns a token.</summary>
    /// <param name="request">The purpose of the token.</param>
    /// <param name="cancellationToken">The cancellation token of the call that needs the token.</param>
    /// <returns>
    /// The token. If it is empty, or contains a character that is not visible ASCII, the call throws an
    /// <see cref="InvalidOperationException"/>.
    /// </returns>
    public abstract ValueTask<AccessToken> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken);

    /// <summary>The place of the token in a request.</summary>
    internal virtual CredentialPlace Place => CredentialPlace.Bearer;

    /// <summary>
    /// Creates a credential from a token that does not expire: <c>Authorization: Bearer …</c> (RFC 6750).
    /// </summary>
    /// <param name="token">The token, without the scheme.</param>
    /// <exception cref="ArgumentException">
    /// The token is null or empty, or contains a space, a line break or a character that is not ASCII.
    /// </exception>
    public static ApiCredential FromToken(string token) => FromToken(token, "Bearer");

    /// <summary>
    /// Creates a credential from a token that does not expire. It is sent in the <c>Authorization</c> header with a
    /// custom scheme (RFC 9110, section 11.4), such as <c>token</c>.
    /// </summary>
    /// <param name="token">The token, without the scheme.</param>
    /// <param name="scheme">The scheme before the token: <c>token</c>.</param>
    /// <exception cref="ArgumentException">
    /// The token is null or empty, contains a space, a line break or a character that is not ASCII, or the scheme is
    /// not an HTTP token.
    /// </exception>
    public static ApiCredential FromToken(string token, string scheme)
    {
        if (!IsToken(scheme))
            throw new ArgumentException("The scheme is not an HTTP token (RFC 9110, section 5.6.2).", nameof(scheme));
        return Fixed(token, nameof(token), CredentialPlace.Scheme(scheme));
    }

    /// <summary>
    /// Creates a credential from a user name and a password: <c>Authorization: Basic …</c>, in UTF-8 (RFC 7617).
    /// </summary>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password.</param>
    /// <exception cref="ArgumentException">
    /// The user name is null, or contains a colon or a control character.
    /// </exception>
    public static ApiCredential FromPassword(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':', StringComparison.Ordinal) || user.Any(char.IsControl))
            throw new ArgumentException(
                "A user name must not contain a colon or a control character (RFC 7617, section 2).", nameof(user));
        return Fixed(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")), nameof(user),
            CredentialPlace.Scheme("Basic"));
    }

    /// <summary>Creates a credential from an API key, sent in a header such as <c>X-Api-Key</c>.</summary>
    /// <param name="key">The secret key.</param>
    /// <param name="headerName">The name of the header: <c>X-Api-Key</c>.</param>
    /// <exception cref="ArgumentException">
    /// The key is null or empty, is the name of a header, or contains a space, a line break or a character that is not
    /// ASCII; or the name is not valid for a request header.
    /// </exception>
    public static ApiCredential FromApiKey(string key, string headerName)
    {
        RefuseSwapped(key, headerName, nameof(key));
        if (!IsToken(headerName) || headerName.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("The name is not valid for a request header (RFC 9110, section 5.1).",
                nameof(headerName));
        return Fixed(key, nameof(key), new CredentialPlace(headerName));
    }

    /// <summary>
    /// Creates a credential from an API key, sent in the query: <c>?api_key=…</c>. Servers and proxies log URLs; use a
    /// header if the service accepts one. The client's logs, traces and errors never contain the key.
    /// </summary>
    /// <param name="key">The secret key.</param>
    /// <param name="parameterName">The name of the query parameter: <c>api_key</c>.</param>
    /// <exception cref="ArgumentException">
    /// The key or the parameter name is null or empty; or the key is the name of a parameter, or contains a space, a
    /// line break or a character that is not ASCII.
    /// </exception>
    public static ApiCredential FromApiKeyInQuery(string key, string parameterName)
    {
        ArgumentException.ThrowIfNullOrEmpty(parameterName);
        RefuseSwapped(key, parameterName, nameof(key));
        return Fixed(key, nameof(key), new CredentialPlace(parameterName, IsQuery: true));
    }

    /// <summary>Creates a credential that gets its tokens from a function.</summary>
    public static ApiCredential Create(Func<TokenRequest, CancellationToken, ValueTask<AccessToken>> getToken)
    {
        ArgumentNullException.ThrowIfNull(getToken);
        return new DelegateCredential(getToken, CredentialPlace.Bearer);
    }

    // Both are strings, so the compiler accepts them in either order, and the service only answers 401.
    private static void RefuseSwapped(string? key, string? name, string parameter)
    {
        if (IsNameOfKey(key) && !IsNameOfKey(name))
            throw new ArgumentException(
                "The key is the name of a header or parameter. The first argument is the secret key.", parameter);
    }

    /// <summary>Whether a text is words, and the last is of a key: <c>X-Api-Key</c>, <c>access_token</c>.</summary>
    private static bool IsNameOfKey(string? text)
    {
        string[] words = (text ?? "").Split('-', '_');
        return words.All(static word => word.Length > 0 && word.All(char.IsAsciiLetter))
            && words[^1].ToUpperInvariant() is "KEY" or "APIKEY" or "TOKEN" or "AUTH" or "AUTHORIZATION" or "SECRET";
    }

    private static DelegateCredential Fixed(string value, string parameter, CredentialPlace place)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, parameter);
        if (!TokenSource.IsSendable(value))
            throw new ArgumentException(
                "The value contains a space, a line break or a character that is not ASCII.", parameter);
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
