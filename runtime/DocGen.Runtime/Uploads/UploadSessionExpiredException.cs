namespace DocGen;

/// <summary>
/// The upload session no longer exists (404 or 410): it expired, was deleted, or, if the response to the last range was
/// lost, was completed. An incomplete upload must be sent again from the start, to a new session.
/// </summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class UploadSessionExpiredException(int status = 404, string? code = null, string? message = null)
    : ApiException(status, code, message)
{
    /// <summary>Whether all bytes were sent. The session may then have ended because it was completed.</summary>
    public bool MayBeComplete { get; init; }
}
