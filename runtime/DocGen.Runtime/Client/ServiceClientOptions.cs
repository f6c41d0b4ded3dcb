namespace DocGen;

/// <summary>Options of a client. The client reads them once, when it is created.</summary>
public class ServiceClientOptions
{
    private int _maxResponseBodySize = 64 * 1024 * 1024;

    /// <summary>The base URL of all operations, for example <c>https://graph.example.com/v1.0</c>.</summary>
    public Uri? ServiceRoot { get; set; }

    /// <summary>The source of credentials; null sends none.</summary>
    public ApiCredential? Credential { get; set; }

    /// <summary>
    /// The HTTP client to use. The caller disposes of it. Its handler should not do any of the following
    /// (<see cref="ServiceClient.CreateHandler"/> creates a suitable handler):
    /// <list type="bullet">
    /// <item>follow redirects (<see cref="SocketsHttpHandler.AllowAutoRedirect"/>), because the client then can't
    /// decide which hosts receive credentials;</item>
    /// <item>log complete URLs, because the URLs of upload sessions are secrets;</item>
    /// <item>decompress (<see cref="SocketsHttpHandler.AutomaticDecompression"/>), because the client then can't check
    /// the length of a download or resume a broken download. The runtime decompresses responses itself.</item>
    /// </list>
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// Additional hosts that may receive credentials: <c>host</c>, or <c>host:port</c> for a non-default port, without
    /// a scheme. Credentials are sent over https. Over http, they are sent only to loopback, and only if the service
    /// root is on loopback too. The host of the service root may always receive them.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// The maximum number of consecutive pages without items while a collection is enumerated; at least 0. Default:
    /// 1,000. If the service then sends one more empty page with a link to another page, the enumeration throws an
    /// <see cref="ApiException"/>.
    /// </summary>
    public int MaxEmptyPages { get; set; } = 1000;

    /// <summary>
    /// The maximum number of bytes of a response that are read into memory; at least 1. Default: 64 MiB. The limit
    /// applies to the decompressed body. A longer body throws an <see cref="UnexpectedResponseException"/> with the
    /// status of the response. Streams have no limit, because they are not read into memory.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    public int MaxResponseBodySize
    {
        get => _maxResponseBodySize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxResponseBodySize = Math.Min(value, Array.MaxLength - 1);
        }
    }

    /// <summary>Sets when and how often a call is retried.</summary>
    public RetryOptions Retry { get; } = new();

    /// <summary>
    /// Whether a response value that does not fit its documented type (see <see cref="Misfit"/>) throws an
    /// <see cref="UnexpectedResponseException"/> with status, request id and body. Default: false: the member stays
    /// absent, <see cref="ApiResource.AdditionalProperties"/> keeps the value, and
    /// <see cref="MisfitExtensions.GetMisfits(Response)"/> reports it. In both cases, the service has already carried
    /// out the call.
    /// </summary>
    public bool ThrowOnMisfits { get; set; }

    /// <summary>
    /// The <c>User-Agent</c> header of each message (RFC 9110, section 10.1.5), for example <c>contoso-backup/2.1</c>;
    /// null uses the default headers of <see cref="HttpClient"/>. A <c>User-Agent</c> in the headers of a request takes
    /// precedence.
    /// </summary>
    public string? UserAgent { get; set; }

    /// <summary>
    /// The name of a header, for example <c>client-request-id</c>, that sends an id of each call to the service, so
    /// that its log can be compared with the client's log. Null sends no id. The id is a new UUID; all messages of a
    /// call have the same id. An id in the headers of a request takes precedence. The header is sent only to hosts that
    /// may receive credentials. Traces contain the id in the tag <c>http.request.header.</c> plus the header name, and
    /// <see cref="Observer"/> receives the id.
    /// </summary>
    public string? ClientRequestIdHeader { get; set; }

    /// <summary>Receives notifications from the client, for logs; null sends none.</summary>
    public ClientObserver? Observer { get; set; }

    /// <summary>The clock for delays, token expiry and <c>Retry-After</c> dates.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Validates the options. The constructor of a client does the same.</summary>
    /// <exception cref="ArgumentException">
    /// An option is invalid; the message contains its name. <see cref="ServiceRoot"/> must be an absolute https URL
    /// without a query, a fragment or a user name; http is allowed only on loopback. An entry of
    /// <see cref="AllowedHosts"/> must be a host, or a host and a port. <see cref="RetryOptions"/> describes the ranges
    /// of <see cref="Retry"/>.
    /// </exception>
    public void Validate()
    {
        if (FaultOfRoot() is { } fault)
            throw new ArgumentException($"{nameof(ServiceRoot)} {fault}.");
        foreach (string entry in AllowedHosts)
        {
            if (!TrustedHosts.IsHost(entry))
            {
                throw new ArgumentException(
                    $"{nameof(AllowedHosts)} has '{entry}': write 'host' or 'host:port', without a scheme or a path.");
            }
        }
        if (MaxEmptyPages < 0)
            throw new ArgumentException($"{nameof(MaxEmptyPages)} is negative.");
        if (TimeProvider is null)
            throw new ArgumentException($"{nameof(TimeProvider)} is missing.");
        Retry.Validate();
        // The setter throws if a header name or value is invalid.
        var headers = new RequestHeaders { ["User-Agent"] = UserAgent };
        if (ClientRequestIdHeader is not null)
            headers[ClientRequestIdHeader] = null;
    }

    private string? FaultOfRoot() => ServiceRoot switch
    {
        null => "is missing",
        { IsAbsoluteUri: false } => "is not absolute",
        _ when !ServiceUri.IsSafe(ServiceRoot, ServiceRoot) => "is not https; http is allowed only on loopback",
        _ when ServiceRoot.Query.Length + ServiceRoot.Fragment.Length > 0 => "has a query or a fragment",
        _ when ServiceRoot.UserInfo.Length > 0 => "contains a user name",
        _ => null,
    };
}
