namespace DocGen.Infrastructure;

/// <summary>Where credentials may go: the service root's own host and those the caller named, over https or loopback.</summary>
internal sealed class TrustedHosts(Uri serviceRoot, IEnumerable<string> allowedHosts)
{
    private readonly string[] _allowed = [.. allowedHosts];

    public bool Contains(Uri uri) => ServiceUri.IsSafe(uri) &&
        (ServiceUri.IsSameOrigin(serviceRoot, uri) || Array.Exists(_allowed, host => Matches(host, uri)));

    // "host" stands for the scheme's default port, "host:port" for that one.
    private static bool Matches(string host, Uri uri) => string.Equals(
        host, uri.IsDefaultPort ? uri.Host : uri.Authority, StringComparison.OrdinalIgnoreCase);
}
