using System.ComponentModel;
using System.Globalization;
using DocGen.Infrastructure;

namespace DocGen;

/// <summary>An answer whose content is read as it arrives. Holds a connection until it is disposed or read to its end.</summary>
public class StreamResponse : Response, IDisposable, IAsyncDisposable
{
    private readonly HttpResponseMessage? _message;

    /// <summary>A response as it came; takes over its connection.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public StreamResponse(ResponseContext context)
        : base(context)
    {
        (Content, _message) = context.TakeStream();
    }

    /// <summary>A response made by hand, for tests.</summary>
    public StreamResponse(Stream content, int status = 200, ResponseHeaders? headers = null)
        : base(status, headers)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
    }

    /// <summary>The content; empty where there is none (204, 304).</summary>
    public Stream Content { get; }

    /// <summary>The length of the content in bytes; null where the service did not say.</summary>
    public long? ContentLength =>
        long.TryParse(Headers["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : null;

    /// <summary>The media type of the content, with its parameters.</summary>
    public string? ContentType => Headers["Content-Type"];

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
        if (!disposing)
            return;
        Content.Dispose();
        _message?.Dispose();
    }
}
