namespace DocGen.Infrastructure;

/// <summary>Where a credential stands in a request: in a header, behind a scheme or alone, or in the query.</summary>
/// <param name="Name">The header's or the query parameter's name.</param>
/// <param name="Prefix">The scheme and a space; empty where the value stands alone.</param>
/// <param name="IsQuery">Whether it is a query parameter and no header.</param>
internal sealed record CredentialPlace(string Name, string Prefix = "", bool IsQuery = false)
{
    private const string Authorization = "Authorization";

    public static readonly CredentialPlace Bearer = Scheme("Bearer");

    /// <summary>The header <c>Authorization</c> with a scheme (RFC 9110, section 11.4).</summary>
    public static CredentialPlace Scheme(string scheme) => new(Authorization, scheme + " ");

    /// <summary>Whether the caller has put a credential of his own there.</summary>
    public bool IsTaken(HttpRequestMessage message) =>
        IsQuery ? QueryOf(message).Split('&').Contains(Key)
            || QueryOf(message).Contains($"&{Key}=", StringComparison.Ordinal)
        : message.Headers.Contains(Name) || (Name != Authorization && message.Headers.Contains(Authorization));

    /// <summary>Puts the credential on a message, and only there: the call's own address goes without it.</summary>
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
