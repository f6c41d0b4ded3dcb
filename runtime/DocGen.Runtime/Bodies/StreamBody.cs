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

    internal override HttpContent CreateContent(Action moved)
    {
        long? length = _stream.CanSeek ? Math.Max(0, _stream.Length - _start) : null;
        return new PieceContent((target, cancellationToken) => CopyToAsync(target, moved, cancellationToken), length)
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType) },
        };
    }

    private Task CopyToAsync(Stream target, Action moved, CancellationToken cancellationToken)
    {
        if (_stream.CanSeek)
            _stream.Position = _start;
        _started = true;
        return PieceContent.CopyAsync(_stream, target, _ => moved(), cancellationToken, isCallers: true);
    }
}
