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

    /// <summary>The item a session ends with, where the service sends one.</summary>
    public static Response<T> Item<T>(ResponseContext answer, JsonItemReader<T>? read) =>
        read is not null && answer.HasBody ? new(answer, answer.ReadValue(read), hasValue: true) : new(answer, default, hasValue: false);

    public static bool IsGone(ApiException exception) => exception.Status is 404 or 410;

    public static UploadSessionExpiredException Expired(ApiException exception, bool mayBeComplete) => new(exception.Status)
    {
        Failure = exception.Failure with { Errors = [new ApiError(null, "The upload session is gone."), .. exception.Errors] },
        MayBeComplete = mayBeComplete,
    };
}
