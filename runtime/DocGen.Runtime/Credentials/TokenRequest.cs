namespace DocGen;

/// <summary>What a token is asked for.</summary>
public sealed class TokenRequest
{
    /// <summary>A request for a token.</summary>
    public TokenRequest(IReadOnlyList<string> scopes, string? claims = null)
    {
        Scopes = scopes;
        Claims = claims;
    }

    /// <summary>The permissions the documentation of the operation asks for; may be empty.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>
    /// The claims, as JSON, that the service asked for when it refused the token before (a claims challenge); else null.
    /// A cached token does not answer them.
    /// </summary>
    public string? Claims { get; }
}
