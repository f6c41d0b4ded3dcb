namespace DocGen.Infrastructure;

/// <summary>
/// Handles the content coding of a response (RFC 9110, section 8.4). The runtime decompresses instead of the HTTP
/// handler: the handler requests compression for every request, hides the compressed length, and accepts truncated
/// content.
/// </summary>
internal static class ContentCoding
{
    /// <summary>The coding requested for bodies that are read into memory.</summary>
    public const string Asked = "gzip";

    /// <summary>
    /// The coding requested for streams: none, so that truncation is detected and the rest can be requested.
    /// </summary>
    public const string None = "identity";

    /// <summary>Returns the coding of content; null if there is none.</summary>
    public static string? Of(HttpContent content)
    {
        // Accessing ContentEncoding would allocate an empty list for each response.
        if (!content.Headers.NonValidated.Contains("Content-Encoding"))
            return null;
        IEnumerable<string> codings = content.Headers.ContentEncoding.Where(static coding => !IsOne(coding, None));
        return string.Join(", ", codings) is { Length: > 0 } all ? all : null;
    }

    /// <summary>Whether the runtime can decode a coding.</summary>
    public static bool IsKnown(string? coding) =>
        IsOne(coding, Asked) || IsOne(coding, "x-gzip");

    /// <summary>
    /// Decodes the content of a response as it is read; content with an unknown coding stays unchanged.
    /// </summary>
    public static void Undo(HttpResponseMessage message)
    {
        if (IsKnown(Of(message.Content)))
            message.Content = new PlainContent(message.Content, HasEnd(message));
    }

    /// <summary>
    /// Whether the end of the content can be distinguished from a broken connection (RFC 9112, section 6.3).
    /// </summary>
    public static bool HasEnd(HttpResponseMessage message) =>
        message.Version.Major > 1 ||
        message.Headers.TransferEncodingChunked == true ||
        message.Content.Headers.ContentLength is not null;

    /// <summary>Removes the headers that describe the coded content, because the caller gets decoded content.</summary>
    public static void Describe(HttpContentHeaders headers)
    {
        headers.ContentEncoding.Clear();
        headers.ContentLength = null;
    }

    private static bool IsOne(string? coding, string name) => name.Equals(coding, StringComparison.OrdinalIgnoreCase);

    private sealed class PlainContent : HttpContent
    {
        private readonly HttpContent _coded;
        private readonly bool _hasEnd;

        public PlainContent(HttpContent coded, bool hasEnd)
        {
            (_coded, _hasEnd) = (coded, hasEnd);
            foreach (var header in coded.Headers.NonValidated)
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            Describe(Headers);
        }

        protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
        {
            Stream coded = await _coded.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new GunzipStream(coded, mayBeEmpty: _hasEnd);
        }

        protected override Task<Stream> CreateContentReadStreamAsync() =>
            CreateContentReadStreamAsync(CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            Stream plain = await CreateContentReadStreamAsync().ConfigureAwait(false);
            await using (plain.ConfigureAwait(false))
                await plain.CopyToAsync(stream).ConfigureAwait(false);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _coded.Dispose();
            base.Dispose(disposing);
        }
    }
}
