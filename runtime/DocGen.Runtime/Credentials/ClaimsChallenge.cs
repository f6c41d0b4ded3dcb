using System.Text.RegularExpressions;

namespace DocGen.Infrastructure;

/// <summary>
/// Reads the claims that a service requires when it refuses a token: <c>WWW-Authenticate: Bearer … claims="…"</c>.
/// </summary>
internal static partial class ClaimsChallenge
{
    /// <summary>Returns the claims as JSON; null if the response is not a claims challenge.</summary>
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

    // Matches the whole name, because other parameter names end in "claims".
    [GeneratedRegex("(?:^|[ ,\t])claims=\"([^\"]+)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Claims();
}
