namespace DocGen.Infrastructure;

/// <summary>
/// A received successful response, from which a response object is created. It is valid only during that creation,
/// because the body is in a pooled buffer. It is a struct, so that a constructor call with <c>null</c> as the value
/// never binds to this type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ResponseContext
{
    private readonly Answer _answer;

    internal ResponseContext(Call call, HttpResponseMessage message, BodyBuffer? body, Stream? stream) =>
        _answer = new Answer(call, message, body, stream);

    /// <summary>The HTTP status code.</summary>
    public int Status => _answer.Status;

    /// <summary>The headers, including content headers.</summary>
    public ResponseHeaders Headers => _answer.Headers;

    /// <summary>Whether the response has a body that is neither white space nor the JSON literal <c>null</c>.</summary>
    public bool HasBody => _answer.HasBody;

    /// <summary>The values read from the body that did not fit their documented types.</summary>
    internal IReadOnlyList<Misfit> Misfits => _answer.Misfits;

    internal Call Call => _answer.Call;

    internal TimeSpan? RetryAfter => _answer.RetryAfter;

    internal ReadOnlySpan<byte> Body => _answer.Body;

    /// <summary>Reads the body as one JSON value; returns the default value if there is no body.</summary>
    /// <exception cref="UnexpectedResponseException">
    /// The body does not match the docs; the message has the JSON path.
    /// </exception>
    public T? ReadJson<T>(JsonItemReader<T> read) => Read(read, isWrapped: false);

    /// <summary>
    /// Reads the body as one JSON value, which may be wrapped in an object whose only member, apart from annotations,
    /// is <c>value</c> (OData JSON Format 4.01, section 11).
    /// </summary>
    /// <exception cref="UnexpectedResponseException">
    /// The body does not match the docs; the message has the JSON path.
    /// </exception>
    public T? ReadValue<T>(JsonItemReader<T> read) => Read(read, isWrapped: true);

    /// <summary>Reads the body as one page of a collection of resources.</summary>
    /// <exception cref="UnexpectedResponseException">
    /// The body does not match the docs; the message has the JSON path.
    /// </exception>
    public Page<T> ReadPage<T>() where T : ApiResource, IResource<T> => ReadPage<T>(JsonRead.Resource<T>);

    /// <summary>Reads the body as one page of a collection.</summary>
    /// <param name="read">Reads an item.</param>
    /// <param name="collectionProperty">The member that holds the items.</param>
    /// <exception cref="UnexpectedResponseException">
    /// The body does not match the docs; the message has the JSON path.
    /// </exception>
    public Page<T> ReadPage<T>(JsonItemReader<T> read, string collectionProperty = "value") =>
        PageReader.Read(this, read, collectionProperty);

    /// <inheritdoc cref="ReadPage{T}(JsonItemReader{T}, string)"/>
    /// <param name="read">Reads an item.</param>
    /// <param name="collectionProperty">The member that holds the items.</param>
    /// <param name="next">The documented way to request the next page.</param>
    public Page<T> ReadPage<T>(JsonItemReader<T> read, string collectionProperty, NextPage next) =>
        PageReader.Read(this, read, collectionProperty, next);

    /// <summary>Parses the body as a document, for JSON without an emitted class; null if there is no body.</summary>
    /// <exception cref="UnexpectedResponseException">The body is not JSON.</exception>
    internal JsonDocument? ParseJson()
    {
        try
        {
            return JsonDocumentReader.Parse(Body);
        }
        catch (JsonException failure)
        {
            throw Unexpected(failure);
        }
    }

    /// <summary>Creates the exception for a response that does not match the docs.</summary>
    internal UnexpectedResponseException Unexpected(
        string reason, Exception? cause = null, IReadOnlyList<Misfit>? misfits = null) =>
        new(ApiFailure.Unexpected(this, reason), cause) { Misfits = misfits ?? [] };

    private T? Read<T>(JsonItemReader<T> read, bool isWrapped)
    {
        try
        {
            T? value = isWrapped
                ? JsonDocumentReader.ReadValue(Body, read, out IReadOnlyList<Misfit> misfits)
                : JsonDocumentReader.Read(Body, read, out misfits);
            if (misfits.Count > 0)
                Note(misfits);
            return value;
        }
        catch (JsonException failure)
        {
            throw Unexpected(failure);
        }
    }

    private void Note(IReadOnlyList<Misfit> misfits)
    {
        if (Call.Transport.ThrowOnMisfits)
            throw Unexpected(misfits[0].ToString(), null, misfits);
        _answer.Misfits = misfits;
    }

    private UnexpectedResponseException Unexpected(JsonException failure) =>
        Unexpected(Foreign() + failure.Message, failure);

    /// <summary>
    /// Says what the body is if its media type is not JSON: a proxy or a wrong service root answers with HTML.
    /// </summary>
    private string Foreign() =>
        MediaTypeHeaderValue.TryParse(Headers["Content-Type"], out MediaTypeHeaderValue? type)
            && type.MediaType is { } name && !name.EndsWith("json", StringComparison.OrdinalIgnoreCase)
            ? $"Expected JSON, but the body is {name}. " : "";

    /// <summary>Takes over the stream; disposing of it ends the response.</summary>
    internal Stream TakeStream() => _answer.TakeStream();

    /// <summary>Takes over the stream and the message that it belongs to.</summary>
    internal (Stream Stream, HttpResponseMessage Message) TakeMessage() => _answer.TakeMessage();

    /// <summary>
    /// Returns the buffer to the pool, and ends the response unless a response object took over its stream.
    /// </summary>
    internal void Release() => _answer.Release();

    private sealed class Answer(Call call, HttpResponseMessage message, BodyBuffer? body, Stream? stream)
    {
        private HttpResponseMessage? _message = message;
        private Stream? _stream = stream;

        public int Status { get; } = (int)message.StatusCode;

        public ResponseHeaders Headers { get; } = new(message);

        public TimeSpan? RetryAfter => RetryPolicy.RetryAfter(Headers, call.Transport.Time);

        public Call Call => call;

        public bool HasBody => _stream is not null || (!JsonDocumentReader.IsEmpty(Body) && !IsNull(Body));

        public IReadOnlyList<Misfit> Misfits { get; set; } = [];

        public ReadOnlySpan<byte> Body => body is null ? [] : body.Bytes;

        private static bool IsNull(ReadOnlySpan<byte> json) => json.Trim(" \t\r\n"u8).SequenceEqual("null"u8);

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
