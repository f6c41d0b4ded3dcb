using System.ComponentModel;
using System.Text.Json;

namespace DocGen.Infrastructure;

/// <summary>
/// A successful answer on its way to becoming a response. Valid only while the response is made: the body lies in a
/// pooled buffer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResponseContext
{
    private readonly BodyBuffer? _body;
    private HttpResponseMessage? _message;
    private Stream? _stream;

    internal ResponseContext(Call call, HttpResponseMessage message, BodyBuffer? body, Stream? stream)
    {
        Call = call;
        Status = (int)message.StatusCode;
        Headers = new ResponseHeaders(message);
        RetryAfter = RetryPolicy.RetryAfter(Headers, call.Transport.Time);
        _body = body;
        _message = message;
        _stream = stream;
    }

    /// <summary>The HTTP status code.</summary>
    public int Status { get; }

    /// <summary>The headers, those of the content included.</summary>
    public ResponseHeaders Headers { get; }

    /// <summary>Whether the answer brought a body.</summary>
    public bool HasBody => _body is { Length: > 0 } || _stream is not null;

    internal Call Call { get; }

    internal TimeSpan? RetryAfter { get; }

    internal ReadOnlySpan<byte> Body => _body is null ? [] : _body.Bytes;

    /// <summary>Reads the body as one JSON value; the default where there is no body.</summary>
    /// <exception cref="JsonException">The body is not what was documented; the exception has its path.</exception>
    public T? ReadJson<T>(JsonItemReader<T> read) => JsonDocumentReader.Read(Body, read);

    /// <summary>
    /// Reads the body as one JSON value that may be wrapped in an object which, annotations apart, holds nothing but
    /// <c>value</c> (OData JSON Format 4.01, section 11).
    /// </summary>
    /// <exception cref="JsonException">The body is not what was documented; the exception has its path.</exception>
    public T? ReadValue<T>(JsonItemReader<T> read) => JsonDocumentReader.ReadValue(Body, read);

    /// <summary>Reads the body as one page of a collection.</summary>
    /// <param name="read">Reads an item.</param>
    /// <param name="collectionProperty">The member that holds the items.</param>
    /// <exception cref="JsonException">The body is not what was documented; the exception has its path.</exception>
    public Page<T> ReadPage<T>(JsonItemReader<T> read, string collectionProperty = "value") =>
        PageReader.Read(this, read, collectionProperty);

    /// <summary>The stream, which ends the answer when it is disposed.</summary>
    internal Stream TakeStream()
    {
        Stream taken = _stream ?? Stream.Null;
        (_stream, _message) = (null, null);
        return taken;
    }

    /// <summary>The stream and the answer it is a part of.</summary>
    internal (Stream Stream, HttpResponseMessage Message) TakeMessage()
    {
        HttpResponseMessage message = _message!;
        return (TakeStream(), message);
    }

    /// <summary>Gives the buffer back, and ends the answer unless a response took its stream over.</summary>
    internal void Release()
    {
        _body?.Dispose();
        _stream?.Dispose();
        _message?.Dispose();
    }
}
