namespace DocGen.Infrastructure;

/// <summary>The claims a service asks for when it refuses a token: <c>WWW-Authenticate: Bearer … claims="…"</c>.</summary>
internal static class ClaimsChallenge
{
    /// <summary>The claims as JSON; null where the answer is no such challenge.</summary>
    public static string? Find(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return null;
        foreach (AuthenticationHeaderValue challenge in response.Headers.WwwAuthenticate)
        {
            if (challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) &&
                Parameter(challenge.Parameter, "claims") is { } claims)
                return EdmReader.FromBase64Url(claims) is { } json ? Encoding.UTF8.GetString(json) : null;
        }
        return null;
    }

    private static string? Parameter(string? parameters, string name)
    {
        const string Quote = "=\"";
        if (parameters is null)
            return null;
        int start = 0;
        while ((start = parameters.IndexOf(name + Quote, start, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            int value = start + name.Length + Quote.Length;
            int end = parameters.IndexOf('"', value);
            bool isWholeName = start == 0 || parameters[start - 1] is ' ' or ',' or '\t';
            if (isWholeName && end > value)
                return parameters[value..end];
            start = value;
        }
        return null;
    }
}
