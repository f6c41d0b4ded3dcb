using System.Collections.Frozen;

namespace DocGen.Infrastructure;

/// <summary>Decides which redirects are followed, and how (RFC 9110, section 15.4).</summary>
internal static class Redirects
{
    private const int Limit = 5;

    private static readonly FrozenSet<string> Portable = FrozenSet.ToFrozenSet(
        [
            "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "If-Match", "If-Modified-Since",
            "If-None-Match", "If-Range", "If-Unmodified-Since", "Prefer", "Range", "User-Agent",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsRedirect(HttpResponseMessage response) => response.StatusCode is
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or
        HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>Whether a header must not be sent to another origin.</summary>
    public static bool IsCredential(string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ||
        name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ||
        name.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a header may be sent to another origin, because it describes the requested content and not the caller
    /// (RFC 9110, sections 12, 13 and 14, and RFC 7240). All other headers, which may hold an API key, are sent only to
    /// the service.
    /// </summary>
    public static bool GoesAnywhere(string name) => Portable.Contains(name);

    /// <summary>Returns the hop to the redirect's target, and adds the current URL to the visited URLs.</summary>
    /// <exception cref="ApiException">The redirect must not be followed; the message gives the reason.</exception>
    public static Hop Next(Call call, Hop hop, HttpResponseMessage response, List<Uri> visited)
    {
        if (response.Headers.Location is not { } location)
            throw Refusal(call, response, "The redirect has no Location.");
        visited.Add(hop.Uri);
        if (visited.Count > Limit)
            throw Refusal(call, response,
                $"More than {Limit} redirects: {string.Join(", ", visited.Select(ServiceUri.Display))}.");

        Uri target = Resolve(call, response, hop.Uri, location);
        bool sameOrigin = ServiceUri.IsSameOrigin(hop.Uri, target);
        Hop next = hop with { Uri = target, SendsCredentials = hop.SendsCredentials && sameOrigin };
        // A body is sent only to the service. A GET may have a body too.
        if (!sameOrigin)
            next = next with { SendsBody = false };
        if (hop.Method == HttpMethod.Get || hop.Method == HttpMethod.Head)
            return next;

        if (response.StatusCode == HttpStatusCode.SeeOther)
            return next with { Method = HttpMethod.Get, SendsBody = false };
        if (response.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            throw Refusal(call, response,
                $"A redirect of {hop.Method} with this status is not followed, because it would change the method.");
        if (!sameOrigin)
            throw Refusal(call, response, $"A redirect of {hop.Method} to another origin is not followed.");
        if (!call.CanReplayBody)
            throw Refusal(call, response, "A redirect cannot be followed with a body that can be read only once.");
        return next;
    }

    /// <summary>Resolves a <c>Location</c>; throws on a change from https to http.</summary>
    public static Uri Resolve(Call call, HttpResponseMessage response, Uri from, Uri location)
    {
        // On Unix, Uri parses a root-relative URL as an absolute file URL.
        Uri? target = location;
        bool isRelative = !location.IsAbsoluteUri || location.Scheme == Uri.UriSchemeFile;
        if (isRelative && !Uri.TryCreate(from, location.OriginalString, out target))
            throw Refusal(call, response, "The redirect's Location is not a valid URL.");
        if (target.Scheme != Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttp)
            throw Refusal(call, response, $"A redirect to '{target.Scheme}' is not followed.");
        if (from.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp)
            throw Refusal(call, response, "A redirect from https to http is not followed.");
        return target;
    }

    private static ApiException Refusal(Call call, HttpResponseMessage response, string reason) =>
        ApiException.Refused(call, (int)response.StatusCode, new ResponseHeaders(response), reason);
}
