using System.Collections.Concurrent;
using System.Diagnostics;
using DocGen.Runtime.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DocGen.Runtime.Tests.Pipeline;

/// <summary>OpenTelemetry's own SDK listens: what it is handed has the names of its semantic conventions for HTTP clients.</summary>
public sealed class OpenTelemetryTests
{
    private static readonly string[] SpanAttributes =
        ["error.type", "http.request.method", "http.request.resend_count", "http.response.status_code", "server.address", "server.port", "url.template"];

    [Fact]
    public async Task Spans_have_the_names_of_the_conventions_and_no_values()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(503), new Answer(200, "{}"));
        var spans = new ConcurrentQueue<Activity>();
        using TracerProvider provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(ClientTelemetry.SourceName).AddProcessor(new Collector(spans)).Build();
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("secret"));
        var request = new TestRequest(HttpMethod.Get, "/open-telemetry/{item-id}", "secret");
        request.Query["filter"] = "secret";
        await client.SendAsync(request, Watchdog.Token);

        Activity[] own = [.. spans.Where(span => span.DisplayName == "GET /open-telemetry/{item-id}")];
        Assert.Equal(2, own.Length);
        Assert.All(own, span => Assert.Equal(ActivityKind.Client, span.Kind));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], own.Select(span => span.Status));
        Assert.Equal(SpanAttributes, own.SelectMany(span => span.TagObjects).Select(tag => tag.Key).Distinct().Order());
        Assert.Equal([503, 200], own.Select(span => span.GetTagItem("http.response.status_code")));
        Assert.Equal([null, 1], own.Select(span => span.GetTagItem("http.request.resend_count")));
        Assert.All(own, span => Assert.Equal("/open-telemetry/{item-id}", span.GetTagItem("url.template")));
        Assert.DoesNotContain(own.SelectMany(span => span.TagObjects), tag => $"{tag.Value}".Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_that_fails_has_its_kind_as_the_error()
    {
        await using var server = new RawServer(RawServer.Reset(""));
        var spans = new ConcurrentQueue<Activity>();
        using TracerProvider provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(ClientTelemetry.SourceName).AddProcessor(new Collector(spans)).Build();
        using TestClient client = server.CreateClient(options => options.Retry.MaxRetries = 0);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(TestRequest.Get("/open-telemetry-failure"), Watchdog.Token));

        Activity span = Assert.Single(spans, span => span.DisplayName == "GET /open-telemetry-failure");
        Assert.Equal(typeof(HttpRequestException).FullName, span.GetTagItem("error.type"));
        Assert.Null(span.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task The_duration_is_a_histogram_in_seconds()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        var exported = new ConcurrentQueue<(string Name, string Unit, string[] Tags, long Count)>();
        using (MeterProvider provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(ClientTelemetry.SourceName).AddReader(new BaseExportingMetricReader(new MetricCollector(exported))).Build())
        {
            using TestClient client = server.CreateClient();
            await client.SendAsync(TestRequest.Get("/open-telemetry-duration"), Watchdog.Token);
            Assert.True(provider.ForceFlush());
        }

        (string name, string unit, string[] tags, long count) = exported.First(point => point.Tags.Contains("url.template=/open-telemetry-duration"));
        Assert.Equal(("http.client.request.duration", "s", 1L), (name, unit, count));
        Assert.Equal(
            ["http.request.method=GET", "http.response.status_code=200", "server.address=127.0.0.1", $"server.port={server.Root.Port}", "url.template=/open-telemetry-duration"],
            tags.Order(StringComparer.Ordinal));
    }

    private sealed class Collector(ConcurrentQueue<Activity> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => spans.Enqueue(data);
    }

    private sealed class MetricCollector(ConcurrentQueue<(string, string, string[], long)> points) : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (Metric metric in batch)
            {
                foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
                {
                    List<string> tags = [];
                    foreach (KeyValuePair<string, object?> tag in point.Tags)
                        tags.Add($"{tag.Key}={tag.Value}");
                    points.Enqueue((metric.Name, metric.Unit, [.. tags], point.GetHistogramCount()));
                }
            }
            return ExportResult.Success;
        }
    }
}
