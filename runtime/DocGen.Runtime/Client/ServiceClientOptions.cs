namespace DocGen;

/// <summary>How a client reaches its service. Read once, when the client is made.</summary>
public class ServiceClientOptions
{
    private int _maxResponseBodySize = 64 * 1024 * 1024;

    /// <summary>The address all operations are relative to, for example <c>https://graph.example.com/v1.0</c>.</summary>
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
    /// The most bytes of an answer that are read into memory, 1 or more; 64 MiB unless set. A longer body, counted
    /// after its compression is undone, is an <see cref="ApiException"/> with the answer's status. Streams are not read
    /// into memory, and have no limit.
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

    /// <summary>The clock for delays, token expiry and <c>Retry-After</c> dates.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
