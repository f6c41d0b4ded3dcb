namespace DocGen;

/// <summary>
/// A response whose content is read as it arrives. It holds a connection until it is disposed of or read to the end.
/// </summary>
public class StreamResponse : Response, IDisposable, IAsyncDisposable
{
    /// <summary>Creates the response object from a received response and takes over its connection.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public StreamResponse(ResponseContext context)
        : base(context)
    {
        Content = context.TakeStream();
    }

    /// <summary>Creates a response, for tests.</summary>
    public StreamResponse(Stream content, int status = 200, ResponseHeaders? headers = null)
        : base(status, headers)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
    }

    /// <summary>
    /// The content; empty if there is none (HEAD, 204, 205, 304). It is requested without compression; if the service
    /// compresses it anyway, it is decompressed, unless the caller set <c>Accept-Encoding</c>. If the connection
    /// breaks, the rest is requested, provided that the service sent a length and a strong entity tag. A read throws an
    /// <see cref="IOException"/> if that fails, an <see cref="ApiException"/> if the content has changed meanwhile, an
    /// <see cref="InvalidDataException"/> if the compressed data is damaged or incomplete, and an
    /// <see cref="ObjectDisposedException"/> after the stream is disposed of, which also ends a pending read.
    /// </summary>
    public Stream Content { get; }

    /// <summary>
    /// The length of the content in bytes; null if the service did not send it, or compressed the content. For HEAD and
    /// 304, the length of the omitted content (RFC 9110, section 8.6).
    /// </summary>
    public long? ContentLength =>
        long.TryParse(Headers["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : null;

    /// <summary>The media type of the content, with its parameters.</summary>
    public string? ContentType => Headers["Content-Type"];

    /// <summary>
    /// The range of the content that the response contains (RFC 9110, section 14.4); null if it is not a partial
    /// response.
    /// </summary>
    public ContentRangeHeaderValue? ContentRange =>
        ContentRangeHeaderValue.TryParse(Headers["Content-Range"], out ContentRangeHeaderValue? range) ? range : null;

    /// <summary>Copies the content as it arrives.</summary>
    /// <param name="destination">The stream to copy to.</param>
    /// <param name="progress">Receives the number of bytes copied so far.</param>
    /// <param name="cancellationToken">Cancels the copying.</param>
    public Task CopyToAsync(
        Stream destination, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        long copied = 0;
        return PieceContent.CopyAsync(
            Content, destination, count => progress?.Report(copied += count), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the content and the connection.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Content.Dispose();
    }
}
