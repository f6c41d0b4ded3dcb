namespace DocGen.Infrastructure;

/// <summary>What messages say of the client that sends them; headers of the request's own win.</summary>
internal sealed class ClientIdentity(string? userAgent, string? requestIdHeader)
{
    /// <summary>An id for a call, which all of its messages have; null where none is wanted.</summary>
    public string? NewRequestId() => requestIdHeader is null ? null : Guid.NewGuid().ToString("D");

    /// <summary>Adds what the client says of itself to a message; the id stays with the service.</summary>
    public void AddTo(HttpRequestMessage message, bool staysWithService, string? requestId)
    {
        if (userAgent is not null && !message.Headers.NonValidated.Contains("User-Agent"))
            message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (requestId is not null && staysWithService && !message.Headers.NonValidated.Contains(requestIdHeader!))
            message.Headers.TryAddWithoutValidation(requestIdHeader!, requestId);
    }

    /// <summary>The name and the id that a message has; null where it has none.</summary>
    public (string Header, string Id)? RequestIdOf(HttpRequestMessage message) =>
        requestIdHeader is not null &&
        message.Headers.NonValidated.TryGetValues(requestIdHeader, out HeaderStringValues id)
            ? (requestIdHeader, id.ToString()) : null;
}
