using System.Collections;

namespace DocGen;

/// <summary>The headers of a response; names compare without case, several values of a name are joined with a
/// comma.</summary>
public sealed class ResponseHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private static readonly string[] RequestIdNames = ["request-id", "x-ms-request-id", "x-request-id"];

    // Most callers never look: what came is sorted when the first one does.
    private readonly HttpResponseMessage? _message;
    private Dictionary<string, string>? _headers;

    /// <summary>Headers made by hand.</summary>
    public ResponseHeaders(IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        foreach ((string name, string value) in headers ?? [])
            Add(name, value);
    }

    internal ResponseHeaders(HttpResponseMessage message) => _message = message;

    /// <summary>The value of a header; null where it was not sent.</summary>
    public string? this[string name] => All.GetValueOrDefault(name);

    /// <summary>The entity tag (RFC 9110, section 8.8.3), quotes included, as <c>If-Match</c> takes it.</summary>
    public string? ETag => this["ETag"];

    /// <summary>Where the response points to, as it was sent: it may be relative.</summary>
    public Uri? Location => Address("Location");

    /// <summary>
    /// Where a job that was accepted can be watched: <c>Operation-Location</c> where it was sent, for <c>Location</c>
    /// is the result's address then (Microsoft REST API Guidelines, long-running operations).
    /// </summary>
    internal Uri? MonitorLocation => Address(OperationAddress is null ? "Location" : "Operation-Location");

    /// <summary>The same as it was sent: it may be no address.</summary>
    internal string? MonitorAddress => OperationAddress ?? this["Location"];

    internal string? OperationAddress => this["Operation-Location"];

    /// <summary>How long, or until when, the service asks to wait (RFC 9110, section 10.2.3).</summary>
    public RetryConditionHeaderValue? RetryAfter =>
        RetryConditionHeaderValue.TryParse(this["Retry-After"], out RetryConditionHeaderValue? wait) ? wait : null;

    internal string? RequestId => Array.Find(RequestIdNames, All.ContainsKey) is { } name ? All[name] : null;

    private Uri? Address(string header)
    {
        if (this[header] is not { } location)
            return null;
        // On Unix a root-relative address would pass for a file's.
        UriKind kind = location.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        return Uri.TryCreate(location, kind, out Uri? uri) ? uri : null;
    }

    /// <summary>Adds a header; one that is there already gains the value.</summary>
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
            // Whoever looks at the same time sorts the same headers.
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
