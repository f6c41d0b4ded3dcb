using System.Net.Http.Headers;

namespace DocGen.Infrastructure;

/// <summary>
/// JSON, written once. Its bytes are not pooled: a connection may go on sending them after the answer has come, and
/// nothing says when it is done.
/// </summary>
internal sealed class JsonBody(byte[] json) : RequestBody
{
    internal override bool CanReplay => true;

    internal override string ContentType => "application/json";

    internal override HttpContent CreateContent() => new ByteArrayContent(json)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(ContentType) },
    };
}
