namespace DocGen;

/// <summary>Describes the token that the client requests from a credential.</summary>
/// <param name="Scopes">The permissions that the documentation of the operation requires; may be empty.</param>
/// <param name="Claims">
/// The claims, as JSON, that the service required when it refused the previous token (a claims challenge); otherwise
/// null. A cached token does not satisfy them.
/// </param>
public sealed record TokenRequest(IReadOnlyList<string> Scopes, string? Claims = null);
