namespace DocGen;

/// <summary>There is no such resource (404).</summary>
public class ResourceNotFoundException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public ResourceNotFoundException(
        string? code = null,
        string? message = null,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? rawBody = null)
        : base(404, code, message, headers, rawBody)
    {
    }

    internal ResourceNotFoundException(ApiFailure failure)
        : base(failure)
    {
    }
}
