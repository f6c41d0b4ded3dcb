namespace DocGen.Infrastructure;

/// <summary>Addresses under a service root.</summary>
internal static class ServiceUri
{
    /// <summary>The service root with a path appended: the root keeps its own path.</summary>
    public static Uri Join(Uri serviceRoot, string path, string query)
    {
        ReadOnlySpan<char> root = serviceRoot.AbsoluteUri.AsSpan().TrimEnd('/'); // it has neither query nor fragment
        string separator = path.Length > 0 && path[0] is not ('/' or '?') ? "/" : "";
        if (query.Length > 0)
            query = (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
        return new Uri(string.Concat(root, separator, path, query), UriKind.Absolute);
    }

    /// <summary>An address that the service gave, with options of the request behind its own.</summary>
    /// <exception cref="InvalidOperationException">The address has one of the options already.</exception>
    public static Uri Follow(Uri serviceRoot, Uri link, string query)
    {
        Uri uri = link.IsAbsoluteUri ? link : Join(serviceRoot, link.OriginalString, "");
        if (query.Length == 0)
            return uri;
        var names = new HashSet<string>(uri.Query.TrimStart('?').Split('&').Select(NameOf), StringComparer.Ordinal);
        if (Array.Find(query.Split('&'), option => names.Contains(NameOf(option))) is { } twice)
            throw new InvalidOperationException(
                $"The URL has the option {NameOf(twice)} already. Assign it to no request with that URL.");
        return new UriBuilder(uri) { Query = uri.Query.Length > 1 ? uri.Query + "&" + query : query }.Uri;
    }

    private static string NameOf(string option) => Uri.UnescapeDataString(option.Split('=')[0]);

    /// <summary>
    /// Where a <c>Location</c> or link leads (RFC 3986, section 5), but that a root-relative one without the service's
    /// own path is taken to be under the service root, as services behind a versioned path write it.
    /// </summary>
    /// <returns>Null where it is no address.</returns>
    public static Uri? Resolve(Uri serviceRoot, Uri request, string location)
    {
        // On Unix a root-relative address would pass for a file's.
        if (Uri.TryCreate(location, UriKind.Absolute, out Uri? absolute) && absolute.Scheme != Uri.UriSchemeFile)
            return absolute;
        string text = location;
        bool isRootRelative = text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal);
        if (isRootRelative && IsSameOrigin(serviceRoot, request) && !IsUnderPath(serviceRoot, text))
            text = serviceRoot.GetLeftPart(UriPartial.Path).TrimEnd('/') + text;
        return Uri.TryCreate(request, text, out Uri? resolved) ? resolved : null;
    }

    /// <summary>An address below the service root, as seen from there.</summary>
    /// <exception cref="InvalidOperationException">The address is not below the service root.</exception>
    public static string Relative(Uri serviceRoot, Uri uri) => IsUnder(serviceRoot, uri)
        ? uri.AbsoluteUri[serviceRoot.GetLeftPart(UriPartial.Path).TrimEnd('/').Length..]
        : throw new InvalidOperationException(
            $"{Display(uri)} is not below the service root, as a call in a batch has to be.");

    /// <summary>An address that a service named and something secret, such as content, is exchanged with.</summary>
    /// <exception cref="InvalidOperationException">It is not safe to go there.</exception>
    public static Uri Safe(Uri serviceRoot, Uri uri, string what) => IsSafe(serviceRoot, uri)
        ? uri
        : throw new InvalidOperationException($"The {what} is not https; http is for a service on loopback alone.");

    /// <summary>
    /// Whether nobody on the way can read what is sent: over https, or within this machine where the service runs here
    /// too. A service elsewhere must not reach what listens on the caller's own machine.
    /// </summary>
    public static bool IsSafe(Uri serviceRoot, Uri uri) => uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps ||
        (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && serviceRoot.IsLoopback));

    /// <summary>Whether scheme, host and port are the same (RFC 6454).</summary>
    public static bool IsSameOrigin(Uri left, Uri right) =>
        left.Scheme == right.Scheme &&
        left.Port == right.Port &&
        string.Equals(left.IdnHost, right.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an address is of the service root's origin and below its path.</summary>
    public static bool IsUnder(Uri serviceRoot, Uri uri) =>
        IsSameOrigin(serviceRoot, uri) && IsUnderPath(serviceRoot, uri.AbsolutePath);

    private static bool IsUnderPath(Uri serviceRoot, string path)
    {
        string root = serviceRoot.AbsolutePath.TrimEnd('/');
        return path.StartsWith(root, StringComparison.OrdinalIgnoreCase) &&
            (path.Length == root.Length || path[root.Length] is '/' or '?');
    }

    /// <summary>An address as it may be shown: without the query, which may hold a signature, and without a
    /// user.</summary>
    public static string Display(Uri uri) =>
        uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
