namespace DocGen.Infrastructure;

/// <summary>
/// The hosts that may receive credentials: the origin of the service root and the allowed hosts, over https, or over
/// http on loopback if the service root is on loopback too.
/// </summary>
internal sealed class TrustedHosts(Uri serviceRoot, IEnumerable<string> allowedHosts)
{
    private readonly Uri[] _allowed = [.. allowedHosts.Select(Parse)];

    public bool Contains(Uri uri) => ServiceUri.IsSafe(serviceRoot, uri) &&
        (ServiceUri.IsSameOrigin(serviceRoot, uri) || Array.Exists(_allowed, host => Matches(host, uri)));

    /// <summary>Whether an entry is a host, or a host and a port, and nothing else.</summary>
    public static bool IsHost(string? entry) => TryParse(entry) is not null;

    // An entry without a port means the default port of the URL's scheme.
    private static bool Matches(Uri host, Uri uri) =>
        string.Equals(host.IdnHost, uri.IdnHost, StringComparison.OrdinalIgnoreCase) &&
        (host.IsDefaultPort ? uri.IsDefaultPort : host.Port == uri.Port);

    private static Uri Parse(string entry) =>
        TryParse(entry) ?? throw new ArgumentException($"'{entry}' is not a host.", nameof(entry));

    // "host" has no default port, so Uri keeps any explicit port.
    private static Uri? TryParse(string? entry) =>
        !string.IsNullOrEmpty(entry) && entry.IndexOfAny(['/', '\\', '@', '?', '#', ' ']) < 0 &&
        Uri.TryCreate($"host://{entry}", UriKind.Absolute, out Uri? uri) &&
        Uri.CheckHostName(uri.IdnHost) != UriHostNameType.Unknown
            ? uri : null;
}
