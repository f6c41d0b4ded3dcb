namespace DocGen.Infrastructure;

/// <summary>Adds the client's user agent and request id to messages; headers of the request take precedence.</summary>
internal sealed class ClientIdentity(string? userAgent, string? requestIdHeader)
{
    /// <summary>Creates an id for a call and all of its messages; null if no header is configured for it.</summary>
    public string? NewRequestId() => requestIdHeader is null ? null : Guid.NewGuid().ToString("D");

    /// <summary>Adds the user agent and the request id to a message; the id is sent only to the service.</summary>
    public void AddTo(HttpRequestMessage message, bool staysWithService, string? requestId)
    {
        if (userAgent is not null && !message.Headers.NonValidated.Contains("User-Agent"))
            message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (requestId is not null && staysWithService && !message.Headers.NonValidated.Contains(requestIdHeader!))
            message.Headers.TryAddWithoutValidation(requestIdHeader!, requestId);
    }

    /// <summary>Returns the request id header of a message; null if it has none.</summary>
    public (string Header, string Id)? RequestIdOf(HttpRequestMessage message) =>
        requestIdHeader is not null &&
        message.Headers.NonValidated.TryGetValues(requestIdHeader, out HeaderStringValues id)
            ? (requestIdHeader, id.ToString()) : null;
}
