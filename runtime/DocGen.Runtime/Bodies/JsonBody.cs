using System.Net.Http.Headers;
using System.Text.Json;

namespace DocGen.Infrastructure;

/// <summary>
/// JSON, written once. Its bytes are not pooled: a connection may go on sending them after the answer has come, and
/// nothing says when it is done.
/// </summary>
internal sealed class JsonBody(byte[] json) : RequestBody
{
    public ReadOnlySpan<byte> Utf8Text => json;

    internal override bool CanReplay => true;

    internal override string ContentType => "application/json";

    public static JsonBody Create(Action<Utf8JsonWriter> write) =>
        new(ResourceWriter.ToBytes(write, static (write, writer) => write(writer.Json)));

    internal override HttpContent CreateContent(Action moved) => new ByteArrayContent(json)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(ContentType) },
    };
}
