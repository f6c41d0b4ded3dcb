namespace DocGen;

/// <summary>A bearer token (RFC 6750). Its text never shows in logs: <see cref="ToString"/> hides it.</summary>
public readonly struct AccessToken : IEquatable<AccessToken>
{
    /// <summary>A token.</summary>
    /// <param name="token">The token itself.</param>
    /// <param name="expiresOn">From when on it is refused.</param>
    public AccessToken(string token, DateTimeOffset expiresOn)
    {
        Token = token;
        ExpiresOn = expiresOn;
    }

    /// <summary>The token itself.</summary>
    public string Token { get; }

    /// <summary>From when on it is refused.</summary>
    public DateTimeOffset ExpiresOn { get; }

    /// <summary>Whether both are the same token.</summary>
    public static bool operator ==(AccessToken left, AccessToken right) => left.Equals(right);

    /// <summary>Whether the tokens differ.</summary>
    public static bool operator !=(AccessToken left, AccessToken right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(AccessToken other) => Token == other.Token && ExpiresOn == other.ExpiresOn;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AccessToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Token, ExpiresOn);

    /// <summary>When the token expires, and nothing of the token.</summary>
    public override string ToString() => FormattableString.Invariant($"AccessToken (expires {ExpiresOn:u})");
}
