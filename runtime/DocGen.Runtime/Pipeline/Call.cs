namespace DocGen.Infrastructure;

/// <summary>A call in progress: the data that each attempt sends.</summary>
internal sealed record Call
{
    public required Transport Transport { get; init; }

    public required HttpMethod Method { get; init; }

    public required Uri Uri { get; init; }

    /// <summary>The URL template, for logs and traces; the URL itself may contain secrets.</summary>
    public required string UriTemplate { get; init; }

    /// <summary>The type of the request; null for calls that the runtime makes itself.</summary>
    public Type? RequestType { get; init; }

    public required RequestHeaders Headers { get; init; }

    public RequestBody? Body { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public bool? IsIdempotent { get; init; }

    public bool StreamsResponse { get; init; }

    /// <summary>Whether the call resumes a broken stream. The reader of that stream then checks the response.</summary>
    public bool IsResumption { get; init; }

    /// <summary>Whether the call is never retried.</summary>
    public bool IsSingleAttempt { get; init; }

    /// <summary>Whether credentials may be sent, if the host may receive them.</summary>
    public bool SendsCredentials { get; init; } = true;

    /// <summary>Whether redirects are returned as responses instead of being followed.</summary>
    public bool KeepsRedirects { get; init; }

    /// <summary>The number of the page of a collection that the call requests.</summary>
    public int Page { get; init; } = 1;

    /// <summary>
    /// The name of the call in exceptions. It has the host, because a wrong service root looks like a missing resource,
    /// but not the URL, which may contain secrets.
    /// </summary>
    public string Target => TargetOf(Method, UriTemplate, Uri.Host, Page);

    /// <inheritdoc cref="Target"/>
    public static string TargetOf(HttpMethod method, string template, string host, int page) => page > 1
        ? $"{method} {template} at {host}, page {ValueText.Of((long)page)},"
        : $"{method} {template} at {host}";

    /// <summary>Whether sending the call twice has the same effect as sending it once.</summary>
    public bool CanRepeat => IsIdempotent ?? (
        Method == HttpMethod.Get || Method == HttpMethod.Head || Method == HttpMethod.Put || Method == HttpMethod.Delete
            ||
        Method == HttpMethod.Options || (Method == HttpMethod.Patch && Headers.Contains("If-Match")));

    public bool CanReplayBody => Body?.CanReplay ?? true;

    /// <summary>
    /// Called when a response arrives. Any success except 202 means that the service carried out the request.
    /// </summary>
    public void Arrived(int status)
    {
        if (status is >= 200 and < 300 && status != (int)HttpStatusCode.Accepted)
            Body?.Arrived();
    }

    /// <summary>Creates the call of a request.</summary>
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
        // The URL from a template is always below the service root. A link may have any host, and the call may send a
        // token.
        return request.Link is null || transport.IsTrusted(uri)
            ? uri
            : throw new InvalidOperationException(
                $"The URL points to {uri.Host}, which is neither the service's host nor an allowed host.");
    }

    /// <summary>Creates a GET call to a link in the response to a request, with the headers of that request.</summary>
    public static Call Following(ApiRequest request, Transport transport, Uri link, int page) => new()
    {
        Page = page,
        Transport = transport,
        Method = HttpMethod.Get,
        Uri = link,
        UriTemplate = request.UriTemplate,
        RequestType = request.GetType(),
        Headers = request.BuildHeaders(),
        Scopes = request.Scopes,
    };

    /// <summary>
    /// Creates a call to a URL from the service. The URL may be secret, so logs show only its purpose.
    /// </summary>
    public static Call To(Transport transport, HttpMethod method, Uri uri, string what, bool sendsCredentials) => new()
    {
        Transport = transport,
        Method = method,
        Uri = ServiceUri.Safe(transport.ServiceRoot, uri, what),
        UriTemplate = $"{{{what}}}",
        Headers = new RequestHeaders(),
        SendsCredentials = sendsCredentials,
    };

    /// <summary>
    /// Creates the message for one hop of an attempt. It needs no disposal: contents leave the caller's streams open.
    /// </summary>
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
    /// Whether a response has content. Without content, headers such as a length describe the omitted content (RFC
    /// 9110, sections 8.6 and 15.4.5).
    /// </summary>
    public bool BringsContent(HttpResponseMessage response) => Method != HttpMethod.Head && response.StatusCode is not
        (HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified);

    /// <summary>
    /// Whether a response completes the call successfully: any 2xx, 304, and a redirect that is not followed.
    /// </summary>
    public bool IsSuccess(HttpResponseMessage response) =>
        response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotModified ||
        (KeepsRedirects && Redirects.IsRedirect(response));
}
