using System.Buffers;
using System.Text.Encodings.Web;

namespace DocGen.Infrastructure;

/// <summary>
/// JSON, written once. Its bytes are not pooled: a connection may go on sending them after the answer has come, and
/// nothing says when it is done.
/// </summary>
internal sealed class JsonBody(byte[] json, string contentType = "application/json") : RequestBody
{
    public ReadOnlySpan<byte> Utf8Text => json;

    internal override bool CanReplay => true;

    internal override string ContentType => contentType;

    public static JsonBody Create(Action<Utf8JsonWriter> write, string contentType = "application/json")
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(json);
        return new JsonBody(buffer.WrittenSpan.ToArray(), contentType);
    }

    internal override HttpContent CreateContent(Action moved) => new ByteArrayContent(json)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(ContentType) },
    };
}
