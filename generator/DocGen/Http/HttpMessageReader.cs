using System.Globalization;
using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>
/// Parses an HTTP message (RFC 9112, section 2.1) leniently. Accepts the deviations that are usual in docs: a blank
/// line before the headers, no blank line before the body, spaces in the URL, and no HTTP version.
/// </summary>
internal static class HttpMessageReader
{
    public static readonly HashSet<string> Methods =
        new(StringComparer.Ordinal) { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "MERGE" };

    /// <summary>
    /// Splits <c>POST /drive/items HTTP/1.1</c>. Returns false if the line does not start with a method.
    /// </summary>
    public static bool TryRequestLine(string text, int start, int end, out string method, out int targetStart,
        out int targetEnd)
    {
        method = "";
        targetStart = targetEnd = end;
        start = SkipSpaces(text, start, end);
        int space = start;
        while (space < end && text[space] is >= 'A' and <= 'Z')
            space++;
        if (space == start || space == end || text[space] is not (' ' or '\t' or '\u00A0'))
            return false;
        method = text.Substring(start, space - start);
        if (!Methods.Contains(method))
            return false;
        targetStart = SkipSpaces(text, space, end);
        targetEnd = end;
        int version = text.LastIndexOf(" HTTP/", end - 1, end - targetStart, StringComparison.OrdinalIgnoreCase);
        if (version > targetStart)
            targetEnd = version;
        while (targetEnd > targetStart && char.IsWhiteSpace(text[targetEnd - 1]))
            targetEnd--;
        return targetEnd > targetStart;
    }

    /// <summary>
    /// Finds a word in capitals that is before a path or an absolute URL and is not a method: <c>GTE /items</c>.
    /// </summary>
    public static (string Method, int Start)? UnknownMethod(string text, int start, int end)
    {
        start = SkipSpaces(text, start, end);
        int space = start;
        while (space < end && text[space] is >= 'A' and <= 'Z')
            space++;
        int target = SkipSpaces(text, space, end);
        bool isRequest = space - start is >= Thresholds.ShortestMethod and <= Thresholds.LongestMethod
            && target > space && target < end
            && (text[target] == '/' || text.IndexOf("http", target, end - target, StringComparison.OrdinalIgnoreCase)
                == target);
        string method = isRequest ? text.Substring(start, space - start) : "";
        return isRequest && !Methods.Contains(method) ? (method, start) : null;
    }

    /// <summary>
    /// Parses the message. If the first line is invalid, returns null and sets <paramref name="problem"/>.
    /// </summary>
    public static HttpMessage? Read(string text, out string? problem)
    {
        int start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        int end = LineEnd(text, start);
        HttpMessage? message = ReadFirstLine(text, start, end, out problem);
        if (message is not null)
            ReadRest(text, end, message);
        return message;
    }

    private static HttpMessage? ReadFirstLine(string text, int start, int end, out string? problem)
    {
        problem = null;
        if (text.IndexOf("HTTP/", start, end - start, StringComparison.OrdinalIgnoreCase) == start && end > start)
        {
            string[] words = text.Substring(start, end - start)
                .Split([' ', '\t'], 3, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1 && int.TryParse(words[1].Trim(','), NumberStyles.None, CultureInfo.InvariantCulture,
                out int status)
                && status is >= 100 and <= 599)
            {
                return new HttpMessage { Status = status };
            }

            problem = "its first line has no status code between 100 and 599";
            return null;
        }

        if (TryRequestLine(text, start, end, out string method, out int targetStart, out int targetEnd))
            return new HttpMessage
            {
                Method = method,
                Target = text.Substring(targetStart, targetEnd - targetStart),
                TargetStart = targetStart
            };
        problem = end == start
            ? "it is empty"
            : "its first line is neither 'METHOD url' nor 'HTTP/1.1 status'";
        return null;
    }

    private static void ReadRest(string text, int position, HttpMessage message)
    {
        int firstBlank = -1;
        while (position < text.Length)
        {
            int start = position + 1;
            if (start > text.Length)
                return;
            int end = LineEnd(text, start);
            if (IsBlank(text, start, end))
            {
                if (message.Headers.Count > 0)
                {
                    SetBody(text, end, message);
                    return;
                }

                if (firstBlank < 0)
                    firstBlank = start;
            }
            else if (TryHeader(text, start, end) is { } header)
            {
                if (message.Headers.Count == 0)
                    message.BlankLineBeforeHeaders = firstBlank;
                message.Headers.Add(header);
            }
            else if (message.Headers.Count == 0 && firstBlank < 0 && message.Method is not null
                && text[start] is ' ' or '?' or '&')
            {
                message.Target += text.Substring(start, end - start).Trim();
            }
            else
            {
                if (firstBlank < 0 || message.Headers.Count > 0)
                    message.UnannouncedBody = start;
                SetBody(text, start, message);
                return;
            }

            position = end;
        }
    }

    private static void SetBody(string text, int start, HttpMessage message)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (start >= text.Length)
            return;
        message.Body = text.Substring(start).TrimEnd();
        message.BodyStart = start;
    }

    /// <summary>Parses a header (RFC 9110, section 5): a token, a colon and a value.</summary>
    private static HttpHeader? TryHeader(string text, int start, int end)
    {
        int colon = start;
        while (colon < end && (char.IsLetterOrDigit(text[colon]) || text[colon] is '-' or '_'))
            colon++;
        if (colon == start || colon >= end || text[colon] != ':' || !char.IsLetter(text[start]))
            return null;
        string value = text.Substring(colon + 1, end - colon - 1).Trim();
        return new HttpHeader(text.Substring(start, colon - start), value, start, end);
    }

    private static bool IsBlank(string text, int start, int end) => SkipSpaces(text, start, end) == end;

    private static int SkipSpaces(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] == '\uFEFF'))
            start++;
        return start;
    }

    private static int LineEnd(string text, int start)
    {
        int end = start < text.Length ? text.IndexOf('\n', start) : -1;
        return end < 0 ? text.Length : end;
    }
}
