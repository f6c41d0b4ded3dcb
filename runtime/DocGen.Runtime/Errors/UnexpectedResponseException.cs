namespace DocGen;

/// <summary>
/// The service carried out the call and returned success, but the response does not match the docs: the body is not
/// JSON, has another structure, or, with <see cref="ServiceClientOptions.ThrowOnMisfits"/>, contains values that do not
/// fit their documented types.
/// </summary>
public class UnexpectedResponseException : ApiException
{
    /// <summary>Creates an exception, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
    /// path="/param"/>
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

    /// <summary>
    /// The values that do not fit their documented types; empty if the body as a whole could not be read.
    /// </summary>
    public IReadOnlyList<Misfit> Misfits { get; internal init; } = [];
}
