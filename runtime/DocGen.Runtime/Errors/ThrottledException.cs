namespace DocGen;

/// <summary>The service asks to be called less often (429), after the retries that were allowed.</summary>
public class ThrottledException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public ThrottledException(
        string? code = null,
        string? message = null,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? rawBody = null)
        : base(429, code, message, headers, rawBody)
    {
    }

    internal ThrottledException(ApiFailure failure)
        : base(failure)
    {
    }
}
