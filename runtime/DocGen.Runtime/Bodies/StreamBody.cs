using System.Net;
using System.Net.Http.Headers;

namespace DocGen.Infrastructure;

/// <summary>The caller's stream from where it stood when the request was made; never disposed.</summary>
internal sealed class StreamBody : RequestBody
{
    private readonly Stream _stream;
    private readonly long _start;
    private bool _started;

    public StreamBody(Stream stream, string contentType)
    {
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        if (!MediaTypeHeaderValue.TryParse(contentType, out _))
            throw new ArgumentException($"'{contentType}' is no media type.", nameof(contentType));
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
        ContentType = contentType;
    }

    // A stream of which nothing was read yet needs no seeking.
    internal override bool CanReplay => _stream.CanSeek || !_started;

    internal override string ContentType { get; }

    internal override HttpContent CreateContent() => new Content(this)
    {
        Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType) },
    };

    private async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        if (_stream.CanSeek)
            _stream.Position = _start;
        _started = true;
        await _stream.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
    }

    private sealed class Content(StreamBody body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            body.CopyToAsync(stream, CancellationToken.None);

        protected override Task SerializeToStreamAsync(
            Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            body.CopyToAsync(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = body._stream.CanSeek ? Math.Max(0, body._stream.Length - body._start) : 0;
            return body._stream.CanSeek;
        }
    }
}
