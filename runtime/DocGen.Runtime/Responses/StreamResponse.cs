namespace DocGen;

/// <summary>An answer whose content is read as it arrives. Holds a connection until it is disposed or read to its
/// end.</summary>
public class StreamResponse : Response, IDisposable, IAsyncDisposable
{
    /// <summary>A response as it came; takes over its connection.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public StreamResponse(ResponseContext context)
        : base(context)
    {
        Content = context.TakeStream();
    }

    /// <summary>A response made by hand, for tests.</summary>
    public StreamResponse(Stream content, int status = 200, ResponseHeaders? headers = null)
        : base(status, headers)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
    }

    /// <summary>
    /// The content; empty where there is none (HEAD, 204, 205, 304). It is asked for without compression, and comes as
    /// it was before any that the service applied all the same, unless the caller set <c>Accept-Encoding</c>. Where it
    /// breaks off, the rest is asked for, if the service gave a length and a strong entity tag. A read throws an
    /// <see cref="IOException"/> where that cannot be done, an <see cref="ApiException"/> where the content is another
    /// by then, an <see cref="InvalidDataException"/> where its compression is damaged or incomplete, and an
    /// <see cref="ObjectDisposedException"/> once it is disposed of, which ends a read under way.
    /// </summary>
    public Stream Content { get; }

    /// <summary>
    /// The length of the content in bytes; null where the service did not say, or compressed it. Of HEAD and 304, of
    /// the content that was left out (RFC 9110, section 8.6).
    /// </summary>
    public long? ContentLength =>
        long.TryParse(Headers["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : null;

    /// <summary>The media type of the content, with its parameters.</summary>
    public string? ContentType => Headers["Content-Type"];

    /// <summary>Which part of the whole this is (RFC 9110, section 14.4), where a part was asked for and given; else
    /// null.</summary>
    public ContentRangeHeaderValue? ContentRange =>
        ContentRangeHeaderValue.TryParse(Headers["Content-Range"], out ContentRangeHeaderValue? range) ? range : null;

    /// <summary>Copies the content as it arrives.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="progress">Is told how many bytes were copied so far.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
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
