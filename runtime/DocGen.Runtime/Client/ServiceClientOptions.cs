namespace DocGen;

/// <summary>How a client reaches its service. Read once, when the client is made.</summary>
public class ServiceClientOptions
{
    private int _maxResponseBodySize = 64 * 1024 * 1024;

    /// <summary>The address all operations are relative to, for example
    /// <c>https://graph.example.com/v1.0</c>.</summary>
    public Uri? ServiceRoot { get; set; }

    /// <summary>Where tokens come from; null: calls carry none.</summary>
    public ApiCredential? Credential { get; set; }

    /// <summary>
    /// The caller's own HTTP client; it is not disposed. Its handler should not follow redirects by itself
    /// (<see cref="SocketsHttpHandler.AllowAutoRedirect"/>), for the rules on credentials cannot hold there; nor write
    /// whole addresses to a log, for those of upload sessions are secrets; nor decompress
    /// (<see cref="SocketsHttpHandler.AutomaticDecompression"/>), which the runtime does, for the length of a download
    /// can't be checked there, nor a broken one resumed. <see cref="ServiceClient.CreateHandler"/> makes one that fits.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// Further hosts (<c>host</c>, or <c>host:port</c> where the port is not the default one, without a scheme) that
    /// may receive credentials, over https only; over http on loopback where the service root is on loopback too. The
    /// service root's own host always may.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// How many pages without an item may follow one another while a collection is enumerated; at least 0, 1,000 unless
    /// set. A service that sends one more, with a link to yet another, is answered with an <see cref="ApiException"/>.
    /// </summary>
    public int MaxEmptyPages { get; set; } = 1000;

    /// <summary>
    /// The most bytes of an answer that are read into memory, 1 or more; 64 MiB unless set. A longer body, counted
    /// after its compression is undone, is an <see cref="UnexpectedResponseException"/> with the answer's status.
    /// Streams are not read into memory, and have no limit.
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

    /// <summary>When and how often a call is sent again.</summary>
    public RetryOptions Retry { get; } = new();

    /// <summary>
    /// Whether a value of an answer that does not fit its documented type (see <see cref="Misfit"/>) is an
    /// <see cref="UnexpectedResponseException"/> with status, request id and body. False unless set: the member stays
    /// absent, the value is kept in <see cref="ApiResource.AdditionalProperties"/>, and
    /// <see cref="MisfitExtensions.GetMisfits(Response)"/> tells of it. The service has carried the call out by then
    /// either way.
    /// </summary>
    public bool ThrowOnMisfits { get; set; }

    /// <summary>
    /// The <c>User-Agent</c> of each message (RFC 9110, section 10.1.5), for example <c>contoso-backup/2.1</c>; null:
    /// what the default headers of <see cref="HttpClient"/> say. A <c>User-Agent</c> among a request's own headers
    /// wins.
    /// </summary>
    public string? UserAgent { get; set; }

    /// <summary>
    /// The header, for example <c>client-request-id</c>, that carries an id of each call to the service, so that its
    /// log and the client's can be laid side by side; null: none. The id is a new UUID, and all messages of a call have
    /// the same; one among a request's own headers wins. It goes where credentials may go. Traces have it as
    /// <c>http.request.header.</c> with the name of the header, and an <see cref="Observer"/> is told it.
    /// </summary>
    public string? ClientRequestIdHeader { get; set; }

    /// <summary>Is told what the client does, for logs; null: nobody is.</summary>
    public ClientObserver? Observer { get; set; }

    /// <summary>The clock for delays, token expiry and <c>Retry-After</c> dates.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Checks the options, as a client does that is made with them.</summary>
    /// <exception cref="ArgumentException">
    /// An option will not do; the message names it. <see cref="ServiceRoot"/> must be absolute, without a query, a
    /// fragment or a user, and https; http is for loopback alone. An entry of <see cref="AllowedHosts"/> must be a
    /// host, or a host and a port. <see cref="Retry"/> has the ranges of its own options.
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
        // A header refuses what it cannot hold.
        var headers = new RequestHeaders { ["User-Agent"] = UserAgent };
        if (ClientRequestIdHeader is not null)
            headers[ClientRequestIdHeader] = null;
    }

    private string? FaultOfRoot() => ServiceRoot switch
    {
        null => "is missing",
        { IsAbsoluteUri: false } => "is not absolute",
        _ when !ServiceUri.IsSafe(ServiceRoot, ServiceRoot) => "is not https; http is for loopback alone",
        _ when ServiceRoot.Query.Length + ServiceRoot.Fragment.Length > 0 => "has a query or a fragment",
        _ when ServiceRoot.UserInfo.Length > 0 => "names a user",
        _ => null,
    };
}
