using System.Text.RegularExpressions;

namespace DocGen.Infrastructure;

/// <summary>The claims a service asks for when it refuses a token: <c>WWW-Authenticate: Bearer …
/// claims="…"</c>.</summary>
internal static partial class ClaimsChallenge
{
    /// <summary>The claims as JSON; null where the answer is no such challenge.</summary>
    public static string? Find(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return null;
        foreach (AuthenticationHeaderValue challenge in response.Headers.WwwAuthenticate)
        {
            Match claims = Claims().Match(challenge.Parameter ?? "");
            if (claims.Success && challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            {
                byte[]? json = EdmReader.FromBase64Url(claims.Groups[1].Value);
                return json is null ? null : Encoding.UTF8.GetString(json);
            }
        }
        return null;
    }

    // As a whole name, for there are others that end so.
    [GeneratedRegex("(?:^|[ ,\t])claims=\"([^\"]+)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Claims();
}
