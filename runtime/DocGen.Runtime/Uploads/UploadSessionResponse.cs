namespace DocGen;

/// <summary>An upload session: takes large content in ranges, and can be resumed where it broke off.</summary>
/// <typeparam name="TSession">What the service says about the session.</typeparam>
/// <typeparam name="TItem">What the last range is answered with.</typeparam>
public class UploadSessionResponse<TSession, TItem> : Response<TSession>
{
    private readonly UploadSession<TItem>? _session;
    private bool _isNew;

    /// <summary>A session as it was created.</summary>
    /// <exception cref="ApiException">The address that the service named is none that content can go to.</exception>
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
            throw ApiException.Refused(context, "The uploadUrl is not https; http is for a service on loopback alone.");
        _session = new(transport, uri, read);
    }

    /// <summary>A session that was created earlier, perhaps by another process, at its saved
    /// <see cref="UploadUrl"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected UploadSessionResponse(ServiceClient client, Uri uploadUrl, JsonItemReader<TItem> read)
        : base(200)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(uploadUrl);
        _session = new(client.Transport, uploadUrl, read);
    }

    /// <summary>A response made by hand, for tests; its methods can be overridden.</summary>
    public UploadSessionResponse(TSession? value, int status = 200, ResponseHeaders? headers = null)
        : base(value, status, headers)
    {
    }

    /// <summary>
    /// Where the ranges go. Whoever has it can write to the session: keep it as a secret. Saved, it lets another
    /// process resume the upload.
    /// </summary>
    /// <exception cref="InvalidOperationException">The service named none.</exception>
    public Uri UploadUrl => Session.Url;

    private UploadSession<TItem> Session =>
        _session ?? throw new InvalidOperationException("No service named an upload URL; this response cannot send.");

    /// <summary>
    /// Sends the content from where the stream stands to its end, or what the session still lacks of it. Called again
    /// after a failure or a cancellation, with the same content, it resumes.
    /// </summary>
    /// <param name="content">
    /// Stays open. One that can seek is put back to where it stood unless the upload completes; one that cannot needs
    /// <see cref="UploadOptions.Length"/>, is read over what the session has already, and is sent once: each call needs
    /// a new one, from the beginning of the content.
    /// </param>
    /// <param name="progress">Is told how many bytes the session has.</param>
    /// <param name="options">How the content is cut up.</param>
    /// <param name="cancellationToken">Ends the sending; the session stays.</param>
    /// <returns>
    /// The item, once the service says that it is done and all bytes were sent, by this call or, as the session said
    /// when this one began, by earlier ones; without a value where the session waits for <see cref="CompleteAsync"/>,
    /// or the service sends none.
    /// </returns>
    /// <exception cref="ArgumentException">The stream cannot be read, or has no length; nothing was sent.</exception>
    /// <exception cref="UploadSessionExpiredException">The session is gone.</exception>
    /// <exception cref="ConflictException">The item's name is taken; the session keeps the content.</exception>
    /// <exception cref="ApiException">The service refused a range, or all attempts failed.</exception>
    /// <exception cref="HttpRequestException">All attempts went without an answer.</exception>
    /// <exception cref="EndOfStreamException">The content is shorter than it was said to be.</exception>
    /// <exception cref="InvalidOperationException">
    /// The content is longer than it was said to be, or the session asks for bytes that a stream without seek is past,
    /// or such a stream was read by an earlier call; then nothing was sent.
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

    /// <summary>Commits a session that has all ranges and was created to wait for that.</summary>
    /// <exception cref="UploadSessionExpiredException">The session is gone.</exception>
    public virtual Task<Response<TItem>> CompleteAsync(CancellationToken cancellationToken = default) =>
        EndAsync(HttpMethod.Post, cancellationToken);

    /// <summary>Ends the session and discards what was sent.</summary>
    /// <exception cref="UploadSessionExpiredException">The session is gone already.</exception>
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
