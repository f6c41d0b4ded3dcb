using Azure.Core;

namespace DocGen;

/// <summary>
/// A credential that gets its tokens from a credential of the Azure SDK, such as a <c>DefaultAzureCredential</c>.
/// </summary>
/// <remarks>
/// Tokens are requested with continuous access evaluation: they are valid for up to a day, but the service may refuse a
/// token at any time with a claims challenge. The client responds to the challenge with a new token.
/// </remarks>
public sealed class AzureCredential : ApiCredential
{
    private readonly TokenCredential _credential;
    private readonly string[] _scopes;

    /// <summary>Creates a credential from an Azure SDK credential.</summary>
    /// <param name="credential">The Azure SDK credential, for example a <c>DefaultAzureCredential</c>.</param>
    /// <param name="scopes">
    /// The scopes to request from Microsoft Entra ID, for example <c>https://graph.microsoft.com/.default</c>; at least
    /// one. The permissions that the docs name (<see cref="TokenRequest.Scopes"/>) are not requested one by one,
    /// because they are granted to the application.
    /// </param>
    /// <exception cref="ArgumentException">There is no scope, or a scope is empty.</exception>
    public AzureCredential(TokenCredential credential, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Length == 0 || Array.Exists(scopes, string.IsNullOrWhiteSpace))
            throw new ArgumentException("A scope is missing, such as https://example.com/.default.", nameof(scopes));
        (_credential, _scopes) = (credential, [.. scopes]);
    }

    /// <summary>The tenant to request tokens from; null uses the default tenant of the credential.</summary>
    public string? TenantId { get; init; }

    /// <inheritdoc/>
    /// <exception cref="Exception">
    /// The exception that the credential throws, such as an <c>AuthenticationFailedException</c> of Azure.Identity.
    /// </exception>
    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = new TokenRequestContext(
            _scopes, parentRequestId: null, claims: request.Claims, tenantId: TenantId, isCaeEnabled: true);
        Azure.Core.AccessToken token = await _credential
            .GetTokenAsync(context, cancellationToken).ConfigureAwait(false);
        return new AccessToken(token.Token, token.ExpiresOn) { RefreshOn = token.RefreshOn };
    }
}
