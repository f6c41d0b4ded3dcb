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

    internal override bool CanReplay => true;

    internal override string ContentType => "application/json";

    public static JsonBody Create(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, write);
        return new JsonBody(buffer.WrittenMemory);
    }

    public static void Write(IBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json);
    }

    internal override HttpContent CreateContent() => new ReadOnlyMemoryContent(_json)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(ContentType) },
    };
}
