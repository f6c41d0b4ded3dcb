using Azure.Core;

namespace DocGen;

/// <summary>Takes tokens from a credential of the Azure SDK, such as one of <c>Azure.Identity</c>.</summary>
/// <remarks>
/// Each token is asked for with continuous access evaluation: it lives for up to a day, and the service may refuse it
/// at any time with a claims challenge, which the client answers with another token.
/// </remarks>
public sealed class AzureCredential : ApiCredential
{
    private readonly TokenCredential _credential;
    private readonly string[] _scopes;

    /// <summary>Tokens of the given credential.</summary>
    /// <param name="credential">The credential, for example a <c>DefaultAzureCredential</c>.</param>
    /// <param name="scopes">
    /// What Microsoft Entra ID is asked for, for example <c>https://graph.microsoft.com/.default</c>; at least one. The
    /// permissions that the docs name (<see cref="TokenRequest.Scopes"/>) are not asked for one by one: they are
    /// granted to the application.
    /// </param>
    /// <exception cref="ArgumentException">There is no scope, or one is empty.</exception>
    public AzureCredential(TokenCredential credential, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Length == 0 || Array.Exists(scopes, string.IsNullOrWhiteSpace))
            throw new ArgumentException("A scope is missing, such as https://example.com/.default.", nameof(scopes));
        (_credential, _scopes) = (credential, [.. scopes]);
    }

    /// <summary>The tenant that the token is for; null: the credential's own.</summary>
    public string? TenantId { get; init; }

    /// <inheritdoc/>
    /// <exception cref="Exception">
    /// What the credential throws, such as an <c>AuthenticationFailedException</c> of Azure.Identity.
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
