namespace DocGen;

/// <summary>The resource was changed since its entity tag was read (412).</summary>
public class PreconditionFailedException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public PreconditionFailedException(
        string? code = null,
        string? message = null,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? rawBody = null)
        : base(412, code, message, headers, rawBody)
    {
    }

    internal PreconditionFailedException(ApiFailure failure)
        : base(failure)
    {
    }
}
