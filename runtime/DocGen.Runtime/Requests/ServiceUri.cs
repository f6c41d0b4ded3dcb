namespace DocGen.Infrastructure;

/// <summary>Builds and checks URLs below a service root.</summary>
internal static class ServiceUri
{
    /// <summary>Appends a path to the service root, keeping the root's own path.</summary>
    public static Uri Join(Uri serviceRoot, string path, string query)
    {
        ReadOnlySpan<char> root = serviceRoot.AbsoluteUri.AsSpan().TrimEnd('/'); // no query, no fragment
        string separator = path.Length > 0 && path[0] is not ('/' or '?') ? "/" : "";
        if (query.Length > 0)
            query = (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
        return new Uri(string.Concat(root, separator, path, query), UriKind.Absolute);
    }

    /// <summary>Appends the query options of a request to a URL from the service.</summary>
    /// <exception cref="InvalidOperationException">The URL already has one of the options.</exception>
    public static Uri Follow(Uri serviceRoot, Uri link, string query)
    {
        Uri uri = link.IsAbsoluteUri ? link : Join(serviceRoot, link.OriginalString, "");
        if (query.Length == 0)
            return uri;
        var names = new HashSet<string>(uri.Query.TrimStart('?').Split('&').Select(NameOf), StringComparer.Ordinal);
        if (Array.Find(query.Split('&'), option => names.Contains(NameOf(option))) is { } twice)
            throw new InvalidOperationException(
                $"The URL already has the query option {NameOf(twice)}. Do not set it on the request too.");
        return new UriBuilder(uri) { Query = uri.Query.Length > 1 ? uri.Query + "&" + query : query }.Uri;
    }

    private static string NameOf(string option) => Uri.UnescapeDataString(option.Split('=')[0]);

    /// <summary>
    /// Resolves a <c>Location</c> or link (RFC 3986, section 5). Exception: a root-relative URL that does not begin
    /// with the path of the service root is resolved below the service root, because services with a version in their
    /// root path send such links.
    /// </summary>
    /// <returns>Null if it is not a valid URL.</returns>
    public static Uri? Resolve(Uri serviceRoot, Uri request, string location)
    {
        // On Unix, Uri parses a root-relative URL as an absolute file URL.
        if (Uri.TryCreate(location, UriKind.Absolute, out Uri? absolute) && absolute.Scheme != Uri.UriSchemeFile)
            return absolute;
        string text = location;
        bool isRootRelative = text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal);
        if (isRootRelative && IsSameOrigin(serviceRoot, request) && !IsUnderPath(serviceRoot, text))
            text = serviceRoot.GetLeftPart(UriPartial.Path).TrimEnd('/') + text;
        return Uri.TryCreate(request, text, out Uri? resolved) ? resolved : null;
    }

    /// <summary>Returns a URL as a path relative to the service root.</summary>
    /// <exception cref="InvalidOperationException">The URL is not below the service root.</exception>
    public static string Relative(Uri serviceRoot, Uri uri) => IsUnder(serviceRoot, uri)
        ? uri.AbsoluteUri[serviceRoot.GetLeftPart(UriPartial.Path).TrimEnd('/').Length..]
        : throw new InvalidOperationException(
            $"{Display(uri)} is not below the service root. Calls in a batch must be.");

    /// <summary>
    /// Returns a URL from the service that is safe for exchanging confidential data, such as content.
    /// </summary>
    /// <exception cref="InvalidOperationException">The URL is not safe.</exception>
    public static Uri Safe(Uri serviceRoot, Uri uri, string what) => IsSafe(serviceRoot, uri)
        ? uri
        : throw new InvalidOperationException(
            $"The {what} is not https; http is allowed only for a service on loopback.");

    /// <summary>
    /// Whether the connection is private: https, or http to loopback if the service root is on loopback too. A remote
    /// service must not direct the client to servers on the caller's machine.
    /// </summary>
    public static bool IsSafe(Uri serviceRoot, Uri uri) => uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps ||
        (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && serviceRoot.IsLoopback));

    /// <summary>Whether scheme, host and port are the same (RFC 6454).</summary>
    public static bool IsSameOrigin(Uri left, Uri right) =>
        left.Scheme == right.Scheme &&
        left.Port == right.Port &&
        string.Equals(left.IdnHost, right.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a URL has the origin of the service root and is below its path.</summary>
    public static bool IsUnder(Uri serviceRoot, Uri uri) =>
        IsSameOrigin(serviceRoot, uri) && IsUnderPath(serviceRoot, uri.AbsolutePath);

    private static bool IsUnderPath(Uri serviceRoot, string path)
    {
        string root = serviceRoot.AbsolutePath.TrimEnd('/');
        return path.StartsWith(root, StringComparison.OrdinalIgnoreCase) &&
            (path.Length == root.Length || path[root.Length] is '/' or '?');
    }

    /// <summary>Returns a URL without its query, which may contain a signature, and without a user name.</summary>
    public static string Display(Uri uri) =>
        uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
