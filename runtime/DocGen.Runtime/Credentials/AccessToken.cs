namespace DocGen;

/// <summary>A bearer token (RFC 6750). Its text never shows in logs: <see cref="ToString"/> hides it.</summary>
/// <param name="Token">The token itself.</param>
/// <param name="ExpiresOn">From when on it is refused.</param>
public readonly record struct AccessToken(string Token, DateTimeOffset ExpiresOn)
{
    /// <summary>When the token expires, and nothing of the token.</summary>
    public override string ToString() => FormattableString.Invariant($"AccessToken (expires {ExpiresOn:u})");
}
