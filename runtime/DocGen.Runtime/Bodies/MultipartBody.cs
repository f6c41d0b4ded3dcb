using System.Security.Cryptography;

namespace DocGen.Infrastructure;

/// <summary>Several parts in one message, streamed one after the other.</summary>
internal sealed class MultipartBody : RequestBody
{
    private readonly string _subtype;
    private readonly RequestBodyPart[] _parts;

    public MultipartBody(string subtype, RequestBodyPart[] parts)
    {
        ArgumentException.ThrowIfNullOrEmpty(subtype);
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Length == 0)
            throw new ArgumentException("A multipart message has at least one part.", nameof(parts));
        _subtype = subtype;
        _parts = parts;
    }

    internal override bool CanReplay => Array.TrueForAll(_parts, static part => part.Body.CanReplay);

    internal override string ContentType => "multipart/" + _subtype;

    internal override HttpContent CreateContent(Action moved)
    {
        // 192 random bits: content that holds them by chance will not be met.
        string boundary = RandomNumberGenerator.GetHexString(48, lowercase: true);
        var content = new MultipartContent(_subtype, boundary);
        foreach (RequestBodyPart part in _parts)
            content.Add(CreatePart(part, moved));

        var contentType = new MediaTypeHeaderValue(ContentType);
        if (_subtype == "related")
            contentType.Parameters.Add(new NameValueHeaderValue("type", $"\"{MediaType(_parts[0].Body)}\""));
        contentType.Parameters.Add(new NameValueHeaderValue("boundary", boundary));
        content.Headers.ContentType = contentType;
        return content;
    }

    private HttpContent CreatePart(RequestBodyPart part, Action moved)
    {
        HttpContent content = part.Body.CreateContent(moved);
        if (_subtype != "form-data")
        {
            content.Headers.TryAddWithoutValidation("Content-ID", $"<{ContentId(part.Name)}>");
            return content;
        }

        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = Quoted(part.Name) };
        if (part.FileName is { } fileName)
            content.Headers.ContentDisposition.FileName = Quoted(fileName);
        return content;
    }

    // RFC 2392: what an address can't hold is percent-encoded.
    private static string ContentId(string name) =>
        name.All(static c => c is > ' ' and <= '~' and not ('<' or '>')) ? name : Uri.EscapeDataString(name);

    private static string MediaType(RequestBody body) => MediaTypeHeaderValue.Parse(body.ContentType).MediaType!;

    // RFC 7578, section 4.2: what would end the quoted string or the line is percent-encoded.
    private static string Quoted(string value) => "\"" + value
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal) + "\"";
}
