namespace DocGen.Infrastructure;

/// <summary>A call on its way: what each of its attempts sends.</summary>
internal sealed record Call
{
    public required Transport Transport { get; init; }

    public required HttpMethod Method { get; init; }

    public required Uri Uri { get; init; }

    /// <summary>The template of the address, for logs and traces; the address itself may hold what is not for
    /// them.</summary>
    public required string UriTemplate { get; init; }

    /// <summary>What the call was made from; null where the runtime made it up itself.</summary>
    public Type? RequestType { get; init; }

    public required RequestHeaders Headers { get; init; }

    public RequestBody? Body { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public bool? IsIdempotent { get; init; }

    public bool StreamsResponse { get; init; }

    /// <summary>Whether the call goes on with a stream that broke off, which the reader of that stream sees
    /// to.</summary>
    public bool IsResumption { get; init; }

    /// <summary>Whether a failure is for the caller to look at before anything is sent again.</summary>
    public bool IsSingleAttempt { get; init; }

    /// <summary>Whether the caller's credentials may be sent, where the host may have them.</summary>
    public bool SendsCredentials { get; init; } = true;

    /// <summary>Whether redirects are answers for the caller to look at.</summary>
    public bool KeepsRedirects { get; init; }

    /// <summary>How an exception names the call.</summary>
    public string Target => $"{Method} {UriTemplate}";

    /// <summary>Whether sending the call twice has the effect of sending it once.</summary>
    public bool CanRepeat => IsIdempotent ?? (
        Method == HttpMethod.Get || Method == HttpMethod.Head || Method == HttpMethod.Put || Method == HttpMethod.Delete
            ||
        Method == HttpMethod.Options || (Method == HttpMethod.Patch && Headers.Contains("If-Match")));

    public bool CanReplayBody => Body?.CanReplay ?? true;

    /// <summary>The service answered: with a success that is no promise of one, what the body says is done.</summary>
    public void Arrived(int status)
    {
        if (status is >= 200 and < 300 && status != (int)HttpStatusCode.Accepted)
            Body?.Arrived();
    }

    /// <summary>The call a request describes.</summary>
    public static Call Of(ApiRequest request, RequestBody? body, Transport transport) => new()
    {
        Transport = transport,
        Method = request.Method,
        Uri = AddressOf(request, transport),
        UriTemplate = request.UriTemplate,
        RequestType = request.GetType(),
        Headers = request.BuildHeaders(),
        Body = body?.For(request, transport.ServiceRoot),
        Scopes = request.Scopes,
        IsIdempotent = request.IsIdempotent,
        StreamsResponse = request.StreamsResponse,
    };

    private static Uri AddressOf(ApiRequest request, Transport transport)
    {
        Uri uri = request.BuildUri(transport.ServiceRoot);
        // A template stays under the root by itself. A link is data, and the call may carry a token.
        return request.Link is null || transport.IsTrusted(uri)
            ? uri
            : throw new InvalidOperationException(
                $"The URL leads to {uri.Host}, which is neither the service's host nor among its allowed hosts.");
    }

    /// <summary>The reading of a link of a request's answer, with the request's headers.</summary>
    public static Call Following(ApiRequest request, Transport transport, Uri link) => new()
    {
        Transport = transport,
        Method = HttpMethod.Get,
        Uri = link,
        UriTemplate = request.UriTemplate,
        RequestType = request.GetType(),
        Headers = request.BuildHeaders(),
        Scopes = request.Scopes,
    };

    /// <summary>A call to an address that the service named, which may be a secret: logs say what it is of.</summary>
    public static Call To(Transport transport, HttpMethod method, Uri uri, string what, bool sendsCredentials) => new()
    {
        Transport = transport,
        Method = method,
        Uri = ServiceUri.Safe(transport.ServiceRoot, uri, what),
        UriTemplate = $"{{{what}}}",
        Headers = new RequestHeaders(),
        SendsCredentials = sendsCredentials,
    };

    /// <summary>A message for one hop of one attempt. It holds nothing to dispose of: contents leave the caller's
    /// streams open.</summary>
    public HttpRequestMessage CreateMessage(Hop hop, Attempt attempt, HttpClient http, IdleTimeout idle)
    {
        var message = new CallMessage(this, hop)
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
            Content = hop.SendsBody ? Body?.CreateContent(idle.Moved) : null,
        };
        foreach ((string name, string value) in Headers)
        {
            if (!hop.SendsCredentials && !Redirects.GoesAnywhere(name))
                continue;
            if (!message.Headers.TryAddWithoutValidation(name, value) && message.Content is { } content)
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }
        if (!StreamsResponse && !Headers.Contains("Accept"))
            message.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (!Headers.Contains("Accept-Encoding"))
        {
            message.Headers.TryAddWithoutValidation(
                "Accept-Encoding", StreamsResponse ? ContentCoding.None : ContentCoding.Asked);
        }
        if (attempt.Retries > 0)
            message.Headers.TryAddWithoutValidation("Retry-Attempt", ValueText.Of(attempt.Retries));
        Transport.Identity.AddTo(message, hop.SendsCredentials, attempt.ClientRequestId);
        return message;
    }

    /// <summary>
    /// Whether an answer has content. What one that has none says about its content, such as a length, is said of that
    /// which is left out (RFC 9110, sections 8.6 and 15.4.5).
    /// </summary>
    public bool BringsContent(HttpResponseMessage response) => Method != HttpMethod.Head && response.StatusCode is not
        (HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified);

    /// <summary>Whether an answer ends the call well: any 2xx, 304, and a redirect where the caller looks at
    /// those.</summary>
    public bool IsSuccess(HttpResponseMessage response) =>
        response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotModified ||
        (KeepsRedirects && Redirects.IsRedirect(response));
}
