namespace DocGen.Infrastructure;

/// <summary>A message and the call that it belongs to.</summary>
internal sealed class CallMessage(Call call, Hop hop) : HttpRequestMessage(hop.Method, hop.Uri)
{
    public string UriTemplate => call.UriTemplate;

    public bool IsRedirected => hop.Uri != call.Uri;

    public bool IsLaterPage => call.Page > 1;

    /// <summary>The class name of the request; null for calls without a request.</summary>
    public string? RequestClass => call.RequestType?.Name;
}
