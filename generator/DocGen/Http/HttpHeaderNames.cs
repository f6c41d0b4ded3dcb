using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>The header fields that are usual in docs (IANA, Hypertext Transfer Protocol Field Name Registry).</summary>
internal static class HttpHeaderNames
{
    private static readonly string[] Registered =
    [
        "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Accept-Ranges", "Age", "Allow",
        "Authorization", "Cache-Control",
        "Connection", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length",
        "Content-Location", "Content-Range",
        "Content-Type", "Cookie", "Date", "ETag", "Expect", "Expires", "Forwarded", "From", "Host", "If-Match",
        "If-Modified-Since",
        "If-None-Match", "If-Range", "If-Unmodified-Since", "Last-Modified", "Link", "Location", "Max-Forwards",
        "MIME-Version",
        "OData-EntityId", "OData-Isolation", "OData-MaxVersion", "OData-Version", "Operation-Location", "Origin",
        "Pragma", "Prefer",
        "Preference-Applied", "Proxy-Authenticate", "Proxy-Authorization", "Range", "Referer", "Retry-After", "Server",
        "Set-Cookie",
        "Strict-Transport-Security", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "Vary", "Via",
        "Warning", "WWW-Authenticate",
    ];

    /// <summary>
    /// Headers that the HTTP transport writes. Docs may mention these headers, but they are not options of a request.
    /// </summary>
    private static readonly HashSet<string> Transport = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Content-Type", "Content-Length", "Host", "Accept", "Connection", "Transfer-Encoding",
    };

    private static readonly HashSet<string> Known = new(Registered, StringComparer.OrdinalIgnoreCase);

    public static bool IsTransport(string name) => Transport.Contains(name);

    /// <summary>
    /// Returns the registered field if the name is a misspelling of it, or null. The service defines names with the
    /// prefix <c>X-</c> (RFC 6648), so they are never misspellings.
    /// </summary>
    public static string? Misspelt(string name)
    {
        if (name.Length <= Thresholds.HeaderLettersASlip * Thresholds.Slips
            || name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)
            || Known.Contains(name))
            return null;
        int most = name.Length <= Thresholds.ShortHeader ? 1 : Thresholds.Slips;
        return Array.Find(Registered, known => Suggestion.IsNear(name, known, most));
    }
}
