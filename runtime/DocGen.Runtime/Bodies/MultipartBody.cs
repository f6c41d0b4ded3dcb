using System.Buffers;
using System.Security.Cryptography;

namespace DocGen.Infrastructure;

/// <summary>A multipart body. Its parts are streamed one after the other.</summary>
internal sealed class MultipartBody : RequestBody
{
    private const string FormSubtype = "form-data";

    private readonly string _subtype;
    private readonly RequestBodyPart[] _parts;

    public MultipartBody(string subtype, RequestBodyPart[] parts)
    {
        ArgumentException.ThrowIfNullOrEmpty(subtype);
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Length == 0)
            throw new ArgumentException("A multipart message has at least one part.", nameof(parts));
        foreach (RequestBodyPart part in subtype == FormSubtype ? parts : [])
        {
            CheckName(part.Name, "name");
            CheckName(part.FileName ?? "", "file name");
        }
        _subtype = subtype;
        _parts = parts;
    }

    internal override bool CanReplay => Array.TrueForAll(_parts, static part => part.Body.CanReplay);

    internal override string ContentType => "multipart/" + _subtype;

    internal override RequestBody For(ApiRequest request, Uri serviceRoot) =>
        new MultipartBody(
            _subtype, [.. _parts.Select(part => part with { Body = part.Body.For(request, serviceRoot) })]);

    internal override void Rewind() => Array.ForEach(_parts, static part => part.Body.Rewind());

    internal override HttpContent CreateContent(Action moved)
    {
        // With 192 random bits, content does not contain the boundary by chance.
        string boundary = RandomNumberGenerator.GetHexString(48, lowercase: true);
        var content = new MultipartContent(_subtype, boundary)
        {
            // RFC 7578, section 5.1.2: names are unescaped UTF-8; "filename*" must not be used.
            HeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        };
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
        if (_subtype != FormSubtype)
        {
            content.Headers.TryAddWithoutValidation("Content-ID", $"<{ContentId(part.Name)}>");
            return content;
        }

        // ContentDispositionHeaderValue would write non-ASCII letters as encoded words (RFC 2047).
        string disposition = $"form-data; name={Quoted(part.Name)}";
        if (part.FileName is { } fileName)
            disposition += $"; filename={Quoted(fileName)}";
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return content;
    }

    // RFC 2392: characters that a URL can't contain are percent-encoded.
    private static string ContentId(string name) =>
        name.All(static c => c is > ' ' and <= '~' and not ('<' or '>')) ? name : Uri.EscapeDataString(name);

    private static string MediaType(RequestBody body) => MediaTypeHeaderValue.Parse(body.ContentType).MediaType!;

    // In a quoted string (RFC 2183), a backslash is escaped with another; a quote is percent-encoded, as browsers do.
    private static string Quoted(string value) => "\"" + value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal) + "\"";

    /// <exception cref="ArgumentException">
    /// A name contains a character that cannot be sent. The message says whether it is the name or the file name.
    /// </exception>
    private static void CheckName(string name, string what)
    {
        if (name.Any(char.IsControl))
            throw new ArgumentException($"The {what} of a form part contains a control character.", nameof(name));
        for (int i = 0, length; i < name.Length; i += length)
        {
            if (Rune.DecodeFromUtf16(name.AsSpan(i), out _, out length) != OperationStatus.Done)
                throw new ArgumentException($"The {what} of a form part contains an unpaired surrogate.", nameof(name));
        }
    }
}
