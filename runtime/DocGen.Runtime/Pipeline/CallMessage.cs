namespace DocGen.Infrastructure;

/// <summary>A message that knows what it is sent for.</summary>
internal sealed class CallMessage(Call call, Hop hop) : HttpRequestMessage(hop.Method, hop.Uri)
{
    public string UriTemplate => call.UriTemplate;

    public bool IsRedirected => hop.Uri != call.Uri;

    /// <summary>The class of the request; null for calls that no request describes.</summary>
    public string? RequestClass => call.RequestType?.Name;
}
