namespace DocGen;

/// <summary>
/// A bearer token (RFC 6750). <see cref="ToString"/> hides its text, so that it does not appear in logs.
/// </summary>
/// <param name="Token">The text of the token.</param>
/// <param name="ExpiresOn">The time when it expires.</param>
public readonly record struct AccessToken(string Token, DateTimeOffset ExpiresOn)
{
    /// <summary>
    /// The time when a new token should be requested, while this one is still valid; null: two minutes before it
    /// expires, or, if its lifetime is less than eight minutes, after three quarters of it.
    /// </summary>
    public DateTimeOffset? RefreshOn { get; init; }

    /// <summary>Returns the expiry time, without the text of the token.</summary>
    public override string ToString() => FormattableString.Invariant($"AccessToken (expires {ExpiresOn:u})");
}
