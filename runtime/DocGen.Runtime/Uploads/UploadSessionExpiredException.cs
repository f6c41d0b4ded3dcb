namespace DocGen;

/// <summary>
/// The upload session is gone (404 or 410): it expired, was deleted, or, where the answer to the last range was lost,
/// has been completed. What was sent of an incomplete upload has to be sent again to a new session.
/// </summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)" path="/param"/>
public class UploadSessionExpiredException(int status = 404, string? code = null, string? message = null)
    : ApiException(status, code, message)
{
    /// <summary>Whether all bytes were sent, so that the session may have ended because it was completed.</summary>
    public bool MayBeComplete { get; init; }
}
