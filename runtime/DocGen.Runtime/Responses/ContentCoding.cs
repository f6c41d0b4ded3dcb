namespace DocGen.Infrastructure;

/// <summary>
/// The coding of an answer's content (RFC 9110, section 8.4). The runtime undoes it, and not the HTTP handler: that
/// asks for codings in every request, hides how long the coded content is, and takes content that was cut short for
/// whole.
/// </summary>
internal static class ContentCoding
{
    /// <summary>What bodies that are read into memory are asked for in.</summary>
    public const string Asked = "gzip";

    /// <summary>
    /// What streams are asked for in: content as it is, so that a cut is seen and the rest can be asked for.
    /// </summary>
    public const string None = "identity";

    /// <summary>The coding of content; null where there is none.</summary>
    public static string? Of(HttpContent content)
    {
        // Asking for the list would make an empty one for each answer.
        if (!content.Headers.NonValidated.Contains("Content-Encoding"))
            return null;
        IEnumerable<string> codings = content.Headers.ContentEncoding.Where(static coding => !IsOne(coding, None));
        return string.Join(", ", codings) is { Length: > 0 } all ? all : null;
    }

    /// <summary>Whether the runtime can undo a coding.</summary>
    public static bool IsKnown(string? coding) =>
        IsOne(coding, Asked) || IsOne(coding, "x-gzip");

    /// <summary>Undoes the coding of an answer's content as it is read; one that is not known stays.</summary>
    public static void Undo(HttpResponseMessage message)
    {
        if (IsKnown(Of(message.Content)))
            message.Content = new PlainContent(message.Content, HasEnd(message));
    }

    /// <summary>
    /// Whether the end of an answer's content can be told from a connection that was cut (RFC 9112, section 6.3).
    /// </summary>
    public static bool HasEnd(HttpResponseMessage message) =>
        message.Version.Major > 1 ||
        message.Headers.TransferEncodingChunked == true ||
        message.Content.Headers.ContentLength is not null;

    /// <summary>Takes away what describes the coded content, once it is no longer that which the caller gets.</summary>
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
