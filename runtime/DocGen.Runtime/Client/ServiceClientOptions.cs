namespace DocGen;

/// <summary>How a client reaches its service. Read once, when the client is made.</summary>
public class ServiceClientOptions
{
    /// <summary>The address all operations are relative to, for example <c>https://graph.example.com/v1.0</c>.</summary>
    public Uri? ServiceRoot { get; set; }

    /// <summary>Where tokens come from; null: calls carry none.</summary>
    public ApiCredential? Credential { get; set; }

    /// <summary>
    /// The caller's own HTTP client; it is not disposed. Its handler should not follow redirects by itself
    /// (<see cref="SocketsHttpHandler.AllowAutoRedirect"/>), for the rules on credentials cannot hold there.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// Further hosts (<c>host</c>, or <c>host:port</c> where the port is not the default one) that may receive credentials,
    /// over https only. The service root's own host always may.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

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

    /// <summary>The clock for delays, token expiry and <c>Retry-After</c> dates.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
