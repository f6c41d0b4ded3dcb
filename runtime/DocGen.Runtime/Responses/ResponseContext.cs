namespace DocGen.Infrastructure;

/// <summary>
/// A successful answer on its way to becoming a response. Valid only while the response is made: the body lies in a
/// pooled buffer. A structure, so that <c>null</c> for a response's value is never taken for an answer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ResponseContext
{
    private readonly Answer _answer;

    internal ResponseContext(Call call, HttpResponseMessage message, BodyBuffer? body, Stream? stream) =>
        _answer = new Answer(call, message, body, stream);

    /// <summary>The HTTP status code.</summary>
    public int Status => _answer.Status;

    /// <summary>The headers, those of the content included.</summary>
    public ResponseHeaders Headers => _answer.Headers;

    /// <summary>Whether the answer brought a body.</summary>
    public bool HasBody => _answer.HasBody;

    internal Call Call => _answer.Call;

    internal TimeSpan? RetryAfter => _answer.RetryAfter;

    internal ReadOnlySpan<byte> Body => _answer.Body;

    /// <summary>Reads the body as one JSON value; the default where there is no body.</summary>
    /// <exception cref="JsonException">The body is not what was documented; the exception has its path.</exception>
    public T? ReadJson<T>(JsonItemReader<T> read) => JsonDocumentReader.Read(Body, read);

    /// <summary>
    /// Reads the body as one JSON value that may be wrapped in an object which, annotations apart, holds nothing but
    /// <c>value</c> (OData JSON Format 4.01, section 11).
    /// </summary>
    /// <exception cref="JsonException">The body is not what was documented; the exception has its path.</exception>
    public T? ReadValue<T>(JsonItemReader<T> read) => JsonDocumentReader.ReadValue(Body, read);

    /// <summary>Reads the body as one page of a collection of resources.</summary>
    /// <exception cref="JsonException">The body is not what was documented; the exception has its path.</exception>
    public Page<T> ReadPage<T>() where T : ApiResource, IResource<T> => ReadPage<T>(JsonRead.Resource<T>);

    /// <summary>Reads the body as one page of a collection.</summary>
    /// <param name="read">Reads an item.</param>
    /// <param name="collectionProperty">The member that holds the items.</param>
    /// <exception cref="JsonException">The body is not what was documented; the exception has its path.</exception>
    public Page<T> ReadPage<T>(JsonItemReader<T> read, string collectionProperty = "value") =>
        PageReader.Read(this, read, collectionProperty);

    /// <summary>The stream, which ends the answer when it is disposed.</summary>
    internal Stream TakeStream() => _answer.TakeStream();

    /// <summary>The stream and the answer it is a part of.</summary>
    internal (Stream Stream, HttpResponseMessage Message) TakeMessage() => _answer.TakeMessage();

    /// <summary>Gives the buffer back, and ends the answer unless a response took its stream over.</summary>
    internal void Release() => _answer.Release();

    private sealed class Answer(Call call, HttpResponseMessage message, BodyBuffer? body, Stream? stream)
    {
        private HttpResponseMessage? _message = message;
        private Stream? _stream = stream;

        public int Status { get; } = (int)message.StatusCode;

        public ResponseHeaders Headers { get; } = new(message);

        public TimeSpan? RetryAfter => RetryPolicy.RetryAfter(Headers, call.Transport.Time);

        public Call Call => call;

        public bool HasBody => body is { Length: > 0 } || _stream is not null;

        public ReadOnlySpan<byte> Body => body is null ? [] : body.Bytes;

        public Stream TakeStream()
        {
            if (_stream is not { } taken)
                return new MemoryStream([], writable: false);
            (_stream, _message) = (null, null);
            return taken;
        }

        public (Stream Stream, HttpResponseMessage Message) TakeMessage()
        {
            HttpResponseMessage taken = _message!;
            return (TakeStream(), taken);
        }

        public void Release()
        {
            body?.Dispose();
            _stream?.Dispose();
            _message?.Dispose();
        }
    }
}
