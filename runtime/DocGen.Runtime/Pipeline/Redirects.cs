using System.Collections.Frozen;

namespace DocGen.Infrastructure;

/// <summary>Which redirects are followed, and how (RFC 9110, section 15.4).</summary>
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

    /// <summary>Whether a header must not follow to another origin.</summary>
    public static bool IsCredential(string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ||
        name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ||
        name.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a header says what is wanted and not by whom (RFC 9110, sections 12, 13 and 14, and RFC 7240): any
    /// other, an API key under whatever name, stays with the service.
    /// </summary>
    public static bool GoesAnywhere(string name) => Portable.Contains(name);

    /// <summary>Where the answer leads; it is added to the addresses visited.</summary>
    /// <exception cref="ApiException">The redirect is not to be followed; the message says why.</exception>
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
        // A body, which a GET may have too, is for the service alone.
        if (!sameOrigin)
            next = next with { SendsBody = false };
        if (hop.Method == HttpMethod.Get || hop.Method == HttpMethod.Head)
            return next;

        if (response.StatusCode == HttpStatusCode.SeeOther)
            return next with { Method = HttpMethod.Get, SendsBody = false };
        if (response.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            throw Refusal(call, response,
                $"A redirect of {hop.Method} with this status is not followed: it would change what is done.");
        if (!sameOrigin)
            throw Refusal(call, response, $"A redirect of {hop.Method} to another origin is not followed.");
        if (!call.CanReplayBody)
            throw Refusal(call, response, "A redirect cannot be followed with a body that can be read only once.");
        return next;
    }

    /// <summary>The address a <c>Location</c> stands for; never plain http after https.</summary>
    public static Uri Resolve(Call call, HttpResponseMessage response, Uri from, Uri location)
    {
        // On Unix a root-relative location parses as a file's address.
        Uri? target = location;
        bool isRelative = !location.IsAbsoluteUri || location.Scheme == Uri.UriSchemeFile;
        if (isRelative && !Uri.TryCreate(from, location.OriginalString, out target))
            throw Refusal(call, response, "The redirect's Location is no address.");
        if (target.Scheme != Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttp)
            throw Refusal(call, response, $"A redirect to '{target.Scheme}' is not followed.");
        if (from.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp)
            throw Refusal(call, response, "A redirect from https to http is not followed.");
        return target;
    }

    private static ApiException Refusal(Call call, HttpResponseMessage response, string reason) =>
        ApiException.Refused(call, (int)response.StatusCode, new ResponseHeaders(response), reason);
}
