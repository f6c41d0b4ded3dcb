namespace DocGen.Infrastructure;

/// <summary>Opens the content of a response as a stream, after checking that it is the requested content.</summary>
internal static class Download
{
    /// <summary>Returns the decoded content; null if the response has none.</summary>
    /// <exception cref="ApiException">
    /// The service sent a part of the content, or a content coding, that was not requested.
    /// </exception>
    public static Stream? Open(Call call, HttpResponseMessage message, Stream wire)
    {
        if (!call.BringsContent(message))
            return null;
        ContentRangeHeaderValue? part = Part(call, message);
        string? coding = ContentCoding.Of(message.Content);
        var stream = new DownloadStream(call, message, wire, part, coding);
        // A caller who sets Accept-Encoding gets coded content.
        if (coding is null || call.Headers.Contains("Accept-Encoding"))
            return stream;

        if (!ContentCoding.IsKnown(coding) || message.StatusCode == HttpStatusCode.PartialContent)
            throw Refused(call, message, $"The content has the content coding '{coding}', which was not requested.");
        bool hasEnd = ContentCoding.HasEnd(message);
        ContentCoding.Describe(message.Content.Headers);
        return new GunzipStream(stream, mayBeEmpty: hasEnd);
    }

    /// <summary>
    /// Returns the range of the content in a response (RFC 9110, section 15.3.7), if it can be checked; null if the
    /// response has the whole content, or the caller requested several ranges or a unit other than bytes.
    /// </summary>
    private static ContentRangeHeaderValue? Part(Call call, HttpResponseMessage message)
    {
        if (message.StatusCode != HttpStatusCode.PartialContent)
            return null;
        if (call.Headers["Range"] is not { } asked)
            throw Refused(call, message, "The service sent a part of the content, which was not requested.");
        if (!RangeHeaderValue.TryParse(asked, out RangeHeaderValue? range) ||
            range.Unit != "bytes" || range.Ranges.Count != 1)
            return null;
        return message.Content.Headers is { ContentRange: { HasRange: true } part } headers &&
            Fits(range.Ranges.Single(), part, headers.ContentLength)
                ? part : throw Refused(call, message,
                    "The service sent a different part of the content than requested.");
    }

    private static bool Fits(RangeItemHeaderValue asked, ContentRangeHeaderValue part, long? announced)
    {
        (long from, long to) = (part.From!.Value, part.To!.Value);
        if (part.Unit != "bytes" || to == long.MaxValue || (announced ?? to - from + 1) != to - from + 1)
            return false;
        // A service that does not know the length of the content may end a part early, because there may be no more.
        bool isToEnd = part.Length is not { } length || to == length - 1;
        return asked.From is { } first
            ? from == first && (to == asked.To || (isToEnd && !(to > asked.To)))
            : isToEnd && to - from < asked.To && (part.Length is null || from == 0 || to - from + 1 == asked.To);
    }

    private static ApiException Refused(Call call, HttpResponseMessage message, string reason) =>
        ApiException.Refused(call, (int)message.StatusCode, new ResponseHeaders(message), reason);
}
