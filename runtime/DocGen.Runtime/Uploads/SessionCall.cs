namespace DocGen.Infrastructure;

/// <summary>Calls to an upload session. Its address is a secret of its own and often another host's: it gets no credentials.</summary>
internal static class SessionCall
{
    public static Call Of(Transport transport, HttpMethod method, Uri uploadUrl) => new()
    {
        Transport = transport,
        Method = method,
        Uri = uploadUrl,
        UriTemplate = "{uploadUrl}",
        Headers = new RequestHeaders(),
        SendsCredentials = false,
    };

    public static UploadRanges? Ranges(ResponseContext answer, long length) =>
        answer.HasBody ? UploadRanges.Parse(answer.Body, length) : null;

    public static bool IsGone(ApiException exception) => exception.Status is 404 or 410;

    public static UploadSessionExpiredException Expired(ApiException exception, bool mayBeComplete) =>
        new(exception.Failure, mayBeComplete);

    /// <summary>The address of a session, which content may be sent to.</summary>
    /// <exception cref="InvalidOperationException">It is neither https nor loopback.</exception>
    public static Uri Validated(Uri uploadUrl)
    {
        bool isSafe = uploadUrl.IsAbsoluteUri &&
            (uploadUrl.Scheme == Uri.UriSchemeHttps || (uploadUrl.Scheme == Uri.UriSchemeHttp && uploadUrl.IsLoopback));
        return isSafe ? uploadUrl : throw new InvalidOperationException(
            "The session's upload URL is not https; http is for loopback alone.");
    }
}
