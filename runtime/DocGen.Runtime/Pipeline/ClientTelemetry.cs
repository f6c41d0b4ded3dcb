using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DocGen;

/// <summary>
/// Traces and metrics that follow OpenTelemetry's semantic conventions for HTTP clients. They contain the URL template,
/// never its values, the query or a credential: <c>url.full</c> has a placeholder for each value.
/// </summary>
/// <remarks>
/// The runtime suggests bucket boundaries from 5 ms to 10 s for the histogram <c>http.client.request.duration</c>. On
/// .NET 8, a histogram cannot suggest boundaries: configure a view of the metric.
/// </remarks>
public static class ClientTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/> to subscribe to.</summary>
    public const string SourceName = "DocGen";

    private static readonly string? Version = typeof(ClientTelemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly ActivitySource Source = new(SourceName, Version);
    private static readonly Meter Meter = new(SourceName, Version);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "http.client.request.duration",
        "s",
#if NET9_0_OR_GREATER
        "Duration of HTTP client requests, to the response's headers.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
        });
#else
        "Duration of HTTP client requests, to the response's headers.");
#endif

    internal static Activity? Start(Call call, HttpRequestMessage message, int resends)
    {
        // Building the tags is the expensive part, so skip it without a listener.
        if (!Source.HasListeners())
            return null;
        TagList tags = Describe(call, message);
        tags.Add("url.full", FullUrl(call, message));
        if (resends > 0)
            tags.Add("http.request.resend_count", resends);
        if (Method(message) != message.Method.Method)
            tags.Add("http.request.method_original", message.Method.Method);
        if (call.Transport.Identity.RequestIdOf(message) is var (header, id))
            tags.Add("http.request.header." + header.ToLowerInvariant(), new[] { id });
        // Samplers see only the tags that are present at the start.
        string method = Method(message) == OtherMethod ? "HTTP" : message.Method.Method;
        return Source.StartActivity($"{method} {call.UriTemplate}", ActivityKind.Client, parentContext: default, tags);
    }

    internal static void Stop(
        Activity? activity, Call call, HttpRequestMessage message, HttpResponseMessage? response, Exception? failure,
        TimeSpan elapsed)
    {
        if (activity is null && !Duration.Enabled)
            return;
        var result = new TagList();
        if (response is not null)
        {
            result.Add("http.response.status_code", (int)response.StatusCode);
            result.Add("network.protocol.version", ProtocolVersion(response.Version));
        }
        if (ErrorType(response, failure) is { } error)
        {
            result.Add("error.type", error);
            activity?.SetStatus(ActivityStatusCode.Error);
        }
        foreach ((string name, object? value) in result)
            activity?.SetTag(name, value);
        if (!Duration.Enabled)
            return;

        TagList tags = Describe(call, message);
        foreach (KeyValuePair<string, object?> tag in result)
            tags.Add(tag);
        Duration.Record(elapsed.TotalSeconds, tags);
    }

    internal static void ReportForeignRedirect(Activity? activity) => activity?.AddEvent(new ActivityEvent(
        "docgen.redirect_followed_by_handler"));

    private const string OtherMethod = "_OTHER";

    private static TagList Describe(Call call, HttpRequestMessage message) => new()
    {
        { "http.request.method", Method(message) },
        { "url.template", call.UriTemplate },
        { "server.address", message.RequestUri!.Host },
        { "server.port", message.RequestUri.Port },
    };

    // A metric has one series per tag value, so nonstandard methods share one value.
    private static string Method(HttpRequestMessage message) => message.Method.Method switch
    {
        "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "CONNECT" or "OPTIONS" or "TRACE" or "PATCH" =>
            message.Method.Method,
        _ => OtherMethod,
    };

    // A redirect target does not match the template, and may be secret.
    private static string FullUrl(Call call, HttpRequestMessage message)
    {
        string origin = message.RequestUri!.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        if (message is CallMessage { IsRedirected: true })
            return origin + "/{redirect}";
        string path = call.RequestType is null ? "" : call.Transport.ServiceRoot.AbsolutePath.TrimEnd('/');
        return $"{origin}{path}/{call.UriTemplate.TrimStart('/')}";
    }

    private static string ProtocolVersion(Version version) => version.Minor == 0 && version.Major > 1
        ? ValueText.Of((long)version.Major) : version.ToString(2);

    private static string? ErrorType(HttpResponseMessage? response, Exception? failure) => failure switch
    {
        null => (int?)response?.StatusCode >= 400 ? ValueText.Of((long)response.StatusCode) : null,
        HttpRequestException { InnerException: TimeoutException } => "timeout",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error } =>
            JsonNamingPolicy.SnakeCaseLower.ConvertName(error.ToString()),
        _ => failure.GetType().FullName,
    };
}
