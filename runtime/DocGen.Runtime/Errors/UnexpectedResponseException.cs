namespace DocGen;

/// <summary>
/// The service answered with success, and the call was carried out, but the answer is not what was documented: its body
/// is no JSON or of another shape, or holds values that do not fit where
/// <see cref="ServiceClientOptions.ThrowOnMisfits"/> asks for an exception.
/// </summary>
public class UnexpectedResponseException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)" path="/param"/>
    public UnexpectedResponseException(
        int status,
        string? message = null,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        string? rawBody = null)
        : base(status, null, message, headers, rawBody)
    {
    }

    internal UnexpectedResponseException(ApiFailure failure, Exception? cause)
        : base(failure, cause)
    {
    }

    /// <summary>The values that do not fit; empty where the body as a whole could not be read.</summary>
    public IReadOnlyList<Misfit> Misfits { get; internal init; } = [];
}
