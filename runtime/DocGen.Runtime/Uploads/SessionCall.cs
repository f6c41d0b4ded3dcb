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
        new(exception.Failure with { Errors = [new ApiError(null, "The upload session is gone."), .. exception.Errors] }, mayBeComplete);
}
