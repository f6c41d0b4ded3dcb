namespace DocGen;

/// <summary>The service does not know who is calling (401).</summary>
public class AuthenticationFailedException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public AuthenticationFailedException(
        string? code = null,
        string? message = null,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? rawBody = null)
        : base(401, code, message, headers, rawBody)
    {
    }

    internal AuthenticationFailedException(ApiFailure failure)
        : base(failure)
    {
    }
}
