namespace DocGen;

/// <summary>The request is in conflict with the resource's state, such as a name that is taken (409).</summary>
public class ConflictException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public ConflictException(
        string? code = null,
        string? message = null,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? rawBody = null)
        : base(409, code, message, headers, rawBody)
    {
    }

    internal ConflictException(ApiFailure failure)
        : base(failure)
    {
    }
}
