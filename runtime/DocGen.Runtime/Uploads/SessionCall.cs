namespace DocGen.Infrastructure;

/// <summary>Calls to an upload session. Its address is a secret of its own and often another host's: it gets no credentials.</summary>
internal static class SessionCall
{
    public const string UploadUrl = "uploadUrl";

    public static Call Of(Transport transport, HttpMethod method, Uri uploadUrl) =>
        Call.To(transport, method, uploadUrl, UploadUrl, sendsCredentials: false);

    public static bool IsGone(ApiException exception) => exception.Status is 404 or 410;

    public static UploadSessionExpiredException Expired(ApiException exception, bool mayBeComplete) => new(exception.Status)
    {
        Failure = exception.Failure with { Errors = [new ApiError(null, "The upload session is gone."), .. exception.Errors] },
        MayBeComplete = mayBeComplete,
    };
}
