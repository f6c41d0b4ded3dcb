namespace DocGen.Infrastructure;

/// <summary>
/// Makes a stream of an answer that brings content, once it is clear that it is the content that was asked for.
/// </summary>
internal static class Download
{
    /// <summary>The content as it was before it was coded; null where the answer has none.</summary>
    /// <exception cref="ApiException">
    /// It is a part that was not asked for, or is coded in a way that was not.
    /// </exception>
    public static Stream? Open(Call call, HttpResponseMessage message, Stream wire)
    {
        if (!call.BringsContent(message))
            return null;
        ContentRangeHeaderValue? part = Part(call, message);
        string? coding = ContentCoding.Of(message.Content);
        var stream = new DownloadStream(call, message, wire, part, coding);
        // Who asks for codings gets them.
        if (coding is null || call.Headers.Contains("Accept-Encoding"))
            return stream;

        if (!ContentCoding.IsKnown(coding) || message.StatusCode == HttpStatusCode.PartialContent)
            throw Refused(call, message, $"The content is coded as '{coding}', which was not asked for.");
        bool hasEnd = ContentCoding.HasEnd(message);
        ContentCoding.Describe(message.Content.Headers);
        return new GunzipStream(stream, mayBeEmpty: hasEnd);
    }

    /// <summary>
    /// Which part of the content an answer brings (RFC 9110, section 15.3.7), where that can be checked; null where it
    /// brings the whole, or where the caller asked for several parts or in another unit than bytes.
    /// </summary>
    private static ContentRangeHeaderValue? Part(Call call, HttpResponseMessage message)
    {
        if (message.StatusCode != HttpStatusCode.PartialContent)
            return null;
        if (call.Headers["Range"] is not { } asked)
            throw Refused(call, message, "The service sent a part of the content, which was not asked for.");
        if (!RangeHeaderValue.TryParse(asked, out RangeHeaderValue? range) ||
            range.Unit != "bytes" || range.Ranges.Count != 1)
            return null;
        return message.Content.Headers is { ContentRange: { HasRange: true } part } headers &&
            Fits(range.Ranges.Single(), part, headers.ContentLength)
                ? part : throw Refused(call, message,
                    "The service sent another part of the content than was asked for.");
    }

    private static bool Fits(RangeItemHeaderValue asked, ContentRangeHeaderValue part, long? announced)
    {
        (long from, long to) = (part.From!.Value, part.To!.Value);
        if (part.Unit != "bytes" || to == long.MaxValue || (announced ?? to - from + 1) != to - from + 1)
            return false;
        // A service that does not know how long the content is may end a part early: there may be no more of it.
        bool isToEnd = part.Length is not { } length || to == length - 1;
        return asked.From is { } first
            ? from == first && (to == asked.To || (isToEnd && !(to > asked.To)))
            : isToEnd && to - from < asked.To && (part.Length is null || from == 0 || to - from + 1 == asked.To);
    }

    private static ApiException Refused(Call call, HttpResponseMessage message, string reason) =>
        ApiException.Refused(call, (int)message.StatusCode, new ResponseHeaders(message), reason);
}
