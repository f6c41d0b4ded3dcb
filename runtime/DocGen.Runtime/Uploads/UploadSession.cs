namespace DocGen.Infrastructure;

/// <summary>An upload session. Its URL is secret and often on another host, so no credentials are sent.</summary>
internal sealed class UploadSession<T>(Transport transport, Uri url, JsonItemReader<T> read)
{
    public Uri Url { get; } = ServiceUri.Safe(transport.ServiceRoot, url, "uploadUrl");

    public Transport Transport => transport;

    public Call CreateCall(HttpMethod method) => Call.To(transport, method, Url, "uploadUrl", sendsCredentials: false);

    /// <summary>Sends a call and reads the response.</summary>
    /// <exception cref="UploadSessionExpiredException">The session no longer exists.</exception>
    public async Task<TResult> SendAsync<TResult>(
        Call call, Func<ResponseContext, TResult> look, bool mayBeComplete, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(call, look, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (exception.Status is 404 or 410)
        {
            var gone = new ApiError(null, "The upload session no longer exists.");
            throw new UploadSessionExpiredException(exception.Status)
            {
                Failure = exception.Failure with { Errors = [gone, .. exception.Errors] },
                MayBeComplete = mayBeComplete,
            };
        }
    }

    /// <summary>Reads the final response of a session: the item, if the service sends one.</summary>
    public Response<T> Item(ResponseContext answer) => new(answer, read, isWrapped: true);
}
