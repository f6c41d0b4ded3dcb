namespace DocGen;

/// <summary>An upload session. It accepts large content in ranges, and an interrupted upload can be resumed.</summary>
/// <typeparam name="TSession">The type of the session's description.</typeparam>
/// <typeparam name="TItem">The type of the response to the last range.</typeparam>
public class UploadSessionResponse<TSession, TItem> : Response<TSession>
{
    private readonly UploadSession<TItem>? _session;
    private bool _isNew;

    /// <summary>Creates the response of a new session.</summary>
    /// <exception cref="ApiException">The upload URL from the service is not safe for content.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public UploadSessionResponse(
        ResponseContext context, JsonItemReader<TSession> readSession, JsonItemReader<TItem> read)
        : base(context, readSession, isWrapped: true)
    {
        _isNew = true;
        if (Address(context) is not { } address)
            return;
        Transport transport = context.Call.Transport;
        Uri? uri = ServiceUri.Resolve(transport.ServiceRoot, context.Call.Uri, address);
        if (uri is null || !ServiceUri.IsSafe(transport.ServiceRoot, uri))
        {
            throw ApiException.Refused(
                context, "The uploadUrl is not https; http is allowed only for a service on loopback.");
        }
        _session = new(transport, uri, read);
    }

    /// <summary>
    /// Opens a session that was created earlier, possibly by another process, by its saved <see cref="UploadUrl"/>.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected UploadSessionResponse(ServiceClient client, Uri uploadUrl, JsonItemReader<TItem> read)
        : base(200)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(uploadUrl);
        _session = new(client.Transport, uploadUrl, read);
    }

    /// <summary>Creates a response, for tests; its methods can be overridden.</summary>
    public UploadSessionResponse(TSession? value, int status = 200, ResponseHeaders? headers = null)
        : base(value, status, headers)
    {
    }

    /// <summary>
    /// The URL that ranges are sent to. Keep it secret: everyone who knows it can write to the session. Another process
    /// can resume the upload with it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The service sent no upload URL.</exception>
    public Uri UploadUrl => Session.Url;

    private UploadSession<TItem> Session =>
        _session ?? throw new InvalidOperationException("The service sent no upload URL; this response cannot upload.");

    /// <summary>
    /// Sends the content from the stream's current position to its end, or the ranges of it that the session still
    /// lacks. To resume after a failure or a cancellation, call it again with the same content.
    /// </summary>
    /// <param name="content">
    /// The content; the stream stays open. A seekable stream is reset to its position unless the upload completes. A
    /// stream that can't seek needs <see cref="UploadOptions.Length"/>; bytes that the session already has are skipped.
    /// Such a stream is sent only once: each call needs a new stream, from the beginning of the content.
    /// </param>
    /// <param name="progress">Receives the number of bytes that the session has.</param>
    /// <param name="options">Options of the upload.</param>
    /// <param name="cancellationToken">Cancels the upload; the session remains.</param>
    /// <returns>
    /// The item, if the service reports completion and all bytes were sent, by this call or, according to the session,
    /// by earlier calls. It has no value if the session waits for <see cref="CompleteAsync"/> or if the service sends
    /// no item.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The stream cannot be read, or its length is unknown; nothing was sent.
    /// </exception>
    /// <exception cref="UploadSessionExpiredException">The session no longer exists.</exception>
    /// <exception cref="ConflictException">
    /// The name of the item is already in use; the session keeps the content.
    /// </exception>
    /// <exception cref="ApiException">The service refused a range, or all attempts failed.</exception>
    /// <exception cref="HttpRequestException">No attempt got a response.</exception>
    /// <exception cref="EndOfStreamException">The content is shorter than its given length.</exception>
    /// <exception cref="InvalidOperationException">
    /// The content is longer than its given length, or the stream cannot seek and the session requests bytes before its
    /// position, or the stream cannot seek and was read by an earlier call; in the last case, nothing was sent.
    /// </exception>
    public virtual async Task<Response<TItem>> UploadAsync(
        Stream content,
        IProgress<long>? progress = null,
        UploadOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var source = new UploadSource(content, options?.Length, Session.Url);
        var uploader = new Uploader<TItem>(Session, source, (options ?? new UploadOptions()).RangeSize, progress);
        bool isNew = _isNew;
        _isNew = false;
        try
        {
            return await uploader.RunAsync(isNew, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            source.Rewind();
            throw;
        }
    }

    /// <summary>Commits a session that has all ranges and that was created to wait for this call.</summary>
    /// <exception cref="UploadSessionExpiredException">The session no longer exists.</exception>
    public virtual Task<Response<TItem>> CompleteAsync(CancellationToken cancellationToken = default) =>
        EndAsync(HttpMethod.Post, cancellationToken);

    /// <summary>Deletes the session and discards its content.</summary>
    /// <exception cref="UploadSessionExpiredException">The session no longer exists.</exception>
    public virtual Task DeleteAsync(CancellationToken cancellationToken = default) =>
        EndAsync(HttpMethod.Delete, cancellationToken);

    private Task<Response<TItem>> EndAsync(HttpMethod method, CancellationToken cancellationToken) => Session.SendAsync(
        Session.CreateCall(method), Session.Item, mayBeComplete: method == HttpMethod.Post, cancellationToken);

    private static string? Address(ResponseContext context)
    {
        using JsonDocument? document = context.ParseJson();
        return document?.RootElement.Unwrapped().Text("uploadUrl");
    }
}
