namespace DocGen;

/// <summary>A bearer token (RFC 6750). Its text never shows in logs: <see cref="ToString"/> hides it.</summary>
/// <param name="Token">The token itself.</param>
/// <param name="ExpiresOn">From when on it is refused.</param>
public readonly record struct AccessToken(string Token, DateTimeOffset ExpiresOn)
{
    /// <summary>
    /// From when on another token should be asked for, while this one is still good; null: two minutes before it
    /// expires, or for one that lives less than eight minutes, when three quarters of its life are over.
    /// </summary>
    public DateTimeOffset? RefreshOn { get; init; }

    /// <summary>When the token expires, and nothing of the token.</summary>
    public override string ToString() => FormattableString.Invariant($"AccessToken (expires {ExpiresOn:u})");
}
