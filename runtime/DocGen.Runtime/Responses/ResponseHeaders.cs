using System.Collections;

namespace DocGen;

/// <summary>
/// The headers of a response. Names are case-insensitive; several values of a name are joined with commas.
/// </summary>
public sealed class ResponseHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private static readonly string[] RequestIdNames = ["request-id", "x-ms-request-id", "x-request-id"];

    // Converted on first access: most callers never read headers.
    private readonly HttpResponseMessage? _message;
    private Dictionary<string, string>? _headers;

    /// <summary>Creates headers, for tests.</summary>
    public ResponseHeaders(IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        foreach ((string name, string value) in headers ?? [])
            Add(name, value);
    }

    internal ResponseHeaders(HttpResponseMessage message) => _message = message;

    /// <summary>The value of a header; null if it was not sent.</summary>
    public string? this[string name] => All.GetValueOrDefault(name);

    /// <summary>The entity tag (RFC 9110, section 8.8.3), quotes included, as <c>If-Match</c> requires.</summary>
    public string? ETag => this["ETag"];

    /// <summary>The <c>Location</c> header as it was sent; it may be relative.</summary>
    public Uri? Location => Address("Location");

    /// <summary>
    /// The URL for monitoring an accepted job: <c>Operation-Location</c> if it was sent, because <c>Location</c> then
    /// has the URL of the result (Microsoft REST API Guidelines, long-running operations).
    /// </summary>
    internal Uri? MonitorLocation => Address(OperationAddress is null ? "Location" : "Operation-Location");

    /// <summary>The unparsed <see cref="MonitorLocation"/>; it may be an invalid URL.</summary>
    internal string? MonitorAddress => OperationAddress ?? this["Location"];

    internal string? OperationAddress => this["Operation-Location"];

    /// <summary>
    /// The delay, or the time until which to wait, that the service requests (RFC 9110, section 10.2.3).
    /// </summary>
    public RetryConditionHeaderValue? RetryAfter =>
        RetryConditionHeaderValue.TryParse(this["Retry-After"], out RetryConditionHeaderValue? wait) ? wait : null;

    internal string? RequestId => Array.Find(RequestIdNames, All.ContainsKey) is { } name ? All[name] : null;

    private Uri? Address(string header)
    {
        if (this[header] is not { } location)
            return null;
        // On Unix, Uri parses a root-relative URL as an absolute file URL.
        UriKind kind = location.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        return Uri.TryCreate(location, kind, out Uri? uri) ? uri : null;
    }

    /// <summary>Adds a header; the value of an existing header is extended.</summary>
    public void Add(string name, string value) => Add(All, name, value);

    /// <inheritdoc cref="Add(string, string)"/>
    public void Add(KeyValuePair<string, string> header) => Add(header.Key, header.Value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dictionary<string, string> All
    {
        get
        {
            if (_headers is not null)
                return _headers;
            // Concurrent callers build equal dictionaries, so no lock is needed.
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            if (_message is not null)
            {
                foreach (var header in _message.Headers.NonValidated)
                    Add(headers, header.Key, header.Value.ToString());
                foreach (var header in _message.Content.Headers.NonValidated)
                    Add(headers, header.Key, header.Value.ToString());
            }

            return _headers = headers;
        }
    }

    private static void Add(Dictionary<string, string> headers, string name, string value) =>
        headers[name] = headers.TryGetValue(name, out string? before) ? $"{before}, {value}" : value;
}
