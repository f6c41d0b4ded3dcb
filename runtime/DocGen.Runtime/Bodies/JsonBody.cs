namespace DocGen.Infrastructure;

/// <summary>
/// JSON, written once. Its bytes are not pooled: a connection may go on sending them after the answer has come, and
/// nothing says when it is done.
/// </summary>
internal class JsonBody(byte[] json, string contentType = "application/json") : RequestBody
{
    public ReadOnlySpan<byte> Utf8Text => json;

    internal override bool CanReplay => true;

    internal override string ContentType => contentType;

    internal override HttpContent CreateContent(Action moved) => new ByteArrayContent(json)
    {
        Headers = { ContentType = new MediaTypeHeaderValue(ContentType) },
    };
}
