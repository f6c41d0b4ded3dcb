using System.Collections.Concurrent;
using System.Diagnostics;
using DocGen.Runtime.Tests.Support;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DocGen.Runtime.Tests.Pipeline;

/// <summary>
/// Tests that the OpenTelemetry SDK receives the names of its semantic conventions for HTTP clients.
/// </summary>
public sealed class OpenTelemetryTests
{
    private static readonly string[] SpanAttributes =
    [
        "error.type", "http.request.method", "http.request.resend_count", "http.response.status_code",
        "network.protocol.version",
        "server.address", "server.port", "url.full", "url.template",
    ];

    [Fact]
    public async Task Spans_have_the_attribute_names_of_the_conventions_and_contain_no_values()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(503), new Answer(200, "{}"));
        var spans = new ConcurrentQueue<Activity>();
        using TracerProvider provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(ClientTelemetry.SourceName).AddProcessor(new Collector(spans)).Build();
        using TestClient client = server.CreateClient(
            options => options.Credential = ApiCredential.FromToken("secret"));
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
        Assert.All(own, span => Assert.Equal($"{server.Root}v1.0/open-telemetry/{{item-id}}",
            span.GetTagItem("url.full")));
        Assert.All(own, span => Assert.Equal("1.1", span.GetTagItem("network.protocol.version")));
        Assert.DoesNotContain(own.SelectMany(span => span.TagObjects),
            tag => $"{tag.Value}".Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_connection_sets_the_error_type()
    {
        await using var server = new RawServer(RawServer.Text(""));
        var spans = new ConcurrentQueue<Activity>();
        using TracerProvider provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(ClientTelemetry.SourceName).AddProcessor(new Collector(spans)).Build();
        using TestClient client = server.CreateClient(options => options.Retry.MaxRetries = 0);
        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.SendAsync(TestRequest.Get("/open-telemetry-failure"), Watchdog.Token));

        Activity span = Assert.Single(spans, span => span.DisplayName == "GET /open-telemetry-failure");
        Assert.Equal("response_ended", span.GetTagItem("error.type"));
        Assert.Null(span.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task A_sampler_receives_the_attributes_of_the_request()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        var seen = new ConcurrentQueue<(string Name, string[] Tags)>();
        using TracerProvider provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(ClientTelemetry.SourceName).SetSampler(new Watcher(seen)).Build();
        using TestClient client = server.CreateClient();
        await client.SendAsync(TestRequest.Get("/open-telemetry-sampler"), Watchdog.Token);

        (_, string[] tags) = Assert.Single(seen, span => span.Name == "GET /open-telemetry-sampler");
        Assert.Equal(["http.request.method", "server.address", "server.port", "url.full", "url.template"],
            tags.Order());
    }

    [Fact]
    public async Task An_unknown_HTTP_method_is_reported_as_OTHER_with_its_original_name()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        var spans = new ConcurrentQueue<Activity>();
        using TracerProvider provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(ClientTelemetry.SourceName).AddProcessor(new Collector(spans)).Build();
        using TestClient client = server.CreateClient();
        await client.SendAsync(new TestRequest(new HttpMethod("PURGE"), "/open-telemetry-method"), Watchdog.Token);

        Activity span = Assert.Single(spans, span => span.DisplayName == "HTTP /open-telemetry-method");
        Assert.Equal(
            ("_OTHER", "PURGE"), (span.GetTagItem("http.request.method"),
                span.GetTagItem("http.request.method_original")));
    }

    [Fact]
    public async Task Spans_hide_the_targets_of_redirects_and_monitors()
    {
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/secret")), new Answer(200, "{}"),
            new Answer(302, null, ("Location", new Uri(foreign.Root, "/secret").AbsoluteUri)));
        var spans = new ConcurrentQueue<Activity>();
        using TracerProvider provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(ClientTelemetry.SourceName).AddProcessor(new Collector(spans)).Build();
        using TestClient client = server.CreateClient();
        await (await client.SendAsync(new ItemPurgeRequest(), Watchdog.Token))
            .WaitForCompletionAsync(cancellationToken: Watchdog.Token);
        await client.SendAsync(TestRequest.Get("/open-telemetry-redirect"), Watchdog.Token);

        string?[] urls = [.. spans.Select(span => span.GetTagItem("url.full")?.ToString())];
        Assert.Contains($"{server.Root}{{monitor}}", urls);
        Assert.Contains($"{foreign.Root}{{redirect}}", urls);
        Assert.DoesNotContain(spans.SelectMany(span => span.TagObjects),
            tag => $"{tag.Value}".Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_duration_is_a_histogram_in_seconds()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        var exported = new ConcurrentQueue<(string Name, string Unit, string[] Tags, long Count, double[] Bounds)>();
        using (MeterProvider provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(ClientTelemetry.SourceName)
            .AddReader(new BaseExportingMetricReader(new MetricCollector(exported))).Build())
        {
            using TestClient client = server.CreateClient();
            await client.SendAsync(TestRequest.Get("/open-telemetry-duration"), Watchdog.Token);
            Assert.True(provider.ForceFlush());
        }

        (string name, string unit, string[] tags, long count,
            double[] bounds) = exported.First(point => point.Tags.Contains("url.template=/open-telemetry-duration"));
        Assert.Equal(("http.client.request.duration", "s", 1L), (name, unit, count));
        Assert.Equal(
            [
                "http.request.method=GET", "http.response.status_code=200", "network.protocol.version=1.1",
                "server.address=127.0.0.1",
                $"server.port={server.Root.Port}", "url.template=/open-telemetry-duration",
            ],
            tags.Order(StringComparer.Ordinal));
        Assert.Equal([0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
            double.PositiveInfinity], bounds);
    }

    private sealed class Collector(ConcurrentQueue<Activity> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => spans.Enqueue(data);
    }

    private sealed class Watcher(ConcurrentQueue<(string, string[])> seen) : Sampler
    {
        public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
        {
            seen.Enqueue((samplingParameters.Name, [.. samplingParameters.Tags?.Select(tag => tag.Key) ?? []]));
            return new SamplingResult(SamplingDecision.Drop);
        }
    }

    private sealed class MetricCollector(
        ConcurrentQueue<(string, string, string[], long, double[])> points) : BaseExporter<Metric>
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
                    List<double> bounds = [];
                    foreach (HistogramBucket bucket in point.GetHistogramBuckets())
                        bounds.Add(bucket.ExplicitBound);
                    points.Enqueue((metric.Name, metric.Unit, [.. tags], point.GetHistogramCount(), [.. bounds]));
                }
            }
            return ExportResult.Success;
        }
    }
}
