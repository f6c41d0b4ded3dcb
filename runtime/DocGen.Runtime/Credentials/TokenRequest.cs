namespace DocGen;

/// <summary>What a token is asked for.</summary>
/// <param name="Scopes">The permissions the documentation of the operation asks for; may be empty.</param>
/// <param name="Claims">
/// The claims, as JSON, that the service asked for when it refused the token before (a claims challenge); else null.
/// A cached token does not answer them.
/// </param>
public sealed record TokenRequest(IReadOnlyList<string> Scopes, string? Claims = null);
