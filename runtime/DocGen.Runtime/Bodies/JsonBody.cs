using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DocGen.Infrastructure;

/// <summary>
/// JSON, written once. Its buffer is not pooled: a connection may go on sending it after the answer has come, and
/// nothing says when it is done.
/// </summary>
internal sealed class JsonBody : RequestBody
{
    // The body is no HTML: nothing but what JSON itself demands needs escaping.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReadOnlyMemory<byte> _json;

    private JsonBody(ReadOnlyMemory<byte> json) => _json = json;

    public ReadOnlySpan<byte> Utf8Text => _json.Span;

    internal override bool CanReplay => true;

    internal override string ContentType => "application/json";

    public static JsonBody Create(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return new JsonBody(buffer.WrittenMemory);
    }

    internal override HttpContent CreateContent(Action moved) => new ReadOnlyMemoryContent(_json)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(ContentType) },
    };
}
