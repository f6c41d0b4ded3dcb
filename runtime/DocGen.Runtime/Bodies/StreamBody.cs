namespace DocGen.Infrastructure;

/// <summary>A body with the caller's stream, which is never disposed of.</summary>
internal sealed class StreamBody : RequestBody
{
    private readonly Stream _stream;
    private readonly StreamSource _source;

    public StreamBody(Stream stream, string contentType)
        : this(stream, contentType, source: null)
    {
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        if (!MediaTypeHeaderValue.TryParse(contentType, out _))
            throw new ArgumentException($"'{contentType}' is not a media type.", nameof(contentType));
    }

    private StreamBody(Stream stream, string contentType, StreamSource? source) =>
        (_stream, ContentType, _source) = (stream, contentType, source ?? new StreamSource(stream));

    internal override bool CanReplay => _source.CanReplay;

    internal override string ContentType { get; }

    /// <summary>
    /// Returns a body that starts at the position that the stream had when the request was first sent.
    /// </summary>
    /// <exception cref="InvalidOperationException">The stream was read and cannot seek.</exception>
    internal override RequestBody For(ApiRequest request, Uri serviceRoot)
    {
        StreamSource source = request.SourceOf(_stream, _source);
        source.ThrowIfConsumed();
        return new StreamBody(_stream, ContentType, source);
    }

    internal override HttpContent CreateContent(Action moved) =>
        new PieceContent(
            (target, cancellationToken) => _source.CopyToAsync(target, _ => moved(), cancellationToken), _source.Length,
            moved)
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType) },
        };

    internal override void Rewind() => _source.Rewind();
}
