namespace DocGen;

/// <summary>The caller lacks the permission (403).</summary>
public class AccessDeniedException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public AccessDeniedException(
        string? code = null,
        string? message = null,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? rawBody = null)
        : base(403, code, message, headers, rawBody)
    {
    }

    internal AccessDeniedException(ApiFailure failure)
        : base(failure)
    {
    }
}
