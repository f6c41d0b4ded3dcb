namespace DocGen.Infrastructure;

/// <summary>The place of a credential in a request: a header, with or without a scheme, or the query.</summary>
/// <param name="Name">The name of the header or query parameter.</param>
/// <param name="Prefix">The scheme and a space; empty if the value has no scheme.</param>
/// <param name="IsQuery">Whether it is a query parameter instead of a header.</param>
internal sealed record CredentialPlace(string Name, string Prefix = "", bool IsQuery = false)
{
    private const string Authorization = "Authorization";

    public static readonly CredentialPlace Bearer = Scheme("Bearer");

    /// <summary>The <c>Authorization</c> header with a scheme (RFC 9110, section 11.4).</summary>
    public static CredentialPlace Scheme(string scheme) => new(Authorization, scheme + " ");

    /// <summary>Whether the caller set a credential in the message.</summary>
    public bool IsTaken(HttpRequestMessage message) =>
        IsQuery ? QueryOf(message).Split('&').Contains(Key)
            || QueryOf(message).Contains($"&{Key}=", StringComparison.Ordinal)
        : message.Headers.Contains(Name) || (Name != Authorization && message.Headers.Contains(Authorization));

    /// <summary>Adds the credential to the message only; the URL of the call stays without it.</summary>
    public void Put(HttpRequestMessage message, string value)
    {
        if (!IsQuery)
        {
            message.Headers.TryAddWithoutValidation(Name, Prefix + value);
            return;
        }

        Uri uri = message.RequestUri!;
        string separator = uri.Query.Length > 1 ? "&" : uri.Query.Length == 1 ? "" : "?";
        string address = uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        message.RequestUri = new Uri($"{address}{separator}{Key}={Uri.EscapeDataString(value)}");
    }

    private string Key => Uri.EscapeDataString(Name);

    private static string QueryOf(HttpRequestMessage message) => "&" + message.RequestUri!.Query.TrimStart('?');
}
