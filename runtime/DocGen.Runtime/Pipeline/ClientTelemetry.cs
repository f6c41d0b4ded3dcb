using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DocGen;

/// <summary>
/// Traces and metrics with the names of OpenTelemetry's semantic conventions for HTTP clients. They hold the template of
/// an address, never its values, its query or a credential.
/// </summary>
public static class ClientTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/> to subscribe to.</summary>
    public const string SourceName = "DocGen";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "http.client.request.duration", "s", "Duration of HTTP client requests, to the response's headers.");

    internal static Activity? Start(Call call, HttpRequestMessage message, int resends)
    {
        Activity? activity = Source.StartActivity($"{message.Method} {call.UriTemplate}", ActivityKind.Client);
        if (activity is null)
            return null;
        foreach ((string name, object? value) in Describe(call, message))
            activity.SetTag(name, value);
        if (resends > 0)
            activity.SetTag("http.request.resend_count", resends);
        return activity;
    }

    internal static void Stop(
        Activity? activity, Call call, HttpRequestMessage message, HttpResponseMessage? response, Exception? failure, TimeSpan elapsed)
    {
        int? status = (int?)response?.StatusCode;
        string? error = failure is not null ? failure.GetType().FullName : status >= 400 ? ValueText.Of((long)status) : null;
        if (status is not null)
            activity?.SetTag("http.response.status_code", status);
        if (error is not null)
            activity?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
        // Without a listener, naming what is measured would be the costlier part.
        if (!Duration.Enabled)
            return;

        TagList tags = Describe(call, message);
        if (status is not null)
            tags.Add("http.response.status_code", status);
        if (error is not null)
            tags.Add("error.type", error);
        Duration.Record(elapsed.TotalSeconds, tags);
    }

    private static TagList Describe(Call call, HttpRequestMessage message) => new()
    {
        { "http.request.method", message.Method.Method },
        { "url.template", call.UriTemplate },
        { "server.address", message.RequestUri!.Host },
        { "server.port", message.RequestUri.Port },
    };

    internal static void ReportForeignRedirect(Activity? activity) => activity?.AddEvent(new ActivityEvent(
        "docgen.redirect_followed_by_handler"));
}
