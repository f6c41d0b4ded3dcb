namespace DocGen;

/// <summary>
/// A bearer token (RFC 6750). <see cref="ToString"/> hides its text, so that it does not appear in logs.
/// </summary>
/// <param name="Token">The text of the token.</param>
/// <param name="ExpiresOn">The time when the token expires.</param>
public readonly record struct AccessToken(string Token, DateTimeOffset ExpiresOn)
{
    /// <summary>
    /// The time when a new token should be requested, while this token is still valid. If null, two minutes before this
    /// token expires, or after three quarters of a lifetime that is shorter than eight minutes.
    /// </summary>
    public DateTimeOffset? RefreshOn { get; init; }

    /// <summary>Returns the expiry time, without the text of the token.</summary>
    public override string ToString() => FormattableString.Invariant($"AccessToken (expires {ExpiresOn:u})");
}
