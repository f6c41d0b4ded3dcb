using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Pipeline;

public sealed class ServiceClientTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("/v1.0")]
    [InlineData("http://api.contoso.example")]
    [InlineData("ftp://api.contoso.example")]
    [InlineData("https://api.contoso.example?x=1")]
    [InlineData("https://api.contoso.example#x")]
    [InlineData("https://user@api.contoso.example")]
    public void An_error_names_an_invalid_service_root(string? root)
    {
        var options = new ServiceClientOptions
        {
            ServiceRoot = root is null ? null : new Uri(root, UriKind.RelativeOrAbsolute)
        };

        var exception = Assert.Throws<ArgumentException>(() => new TestClient(options));
        Assert.Contains("ServiceRoot", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Retry_options_out_of_range_are_refused_when_the_client_is_created()
    {
        (string Name, Action<RetryOptions> Set)[] faults =
        [
            ("NetworkTimeout", retry => retry.NetworkTimeout = TimeSpan.Zero),
            ("NetworkTimeout", retry => retry.NetworkTimeout = TimeSpan.FromSeconds(-5)),
            ("NetworkTimeout", retry => retry.NetworkTimeout = TimeSpan.FromDays(60)),
            ("MaxRetries", retry => retry.MaxRetries = -1),
            ("BaseDelay", retry => retry.BaseDelay = TimeSpan.FromSeconds(-1)),
            ("MaxDelay", retry => retry.MaxDelay = TimeSpan.FromSeconds(-1)),
            ("MaxTotalDelay", retry => retry.MaxTotalDelay = TimeSpan.FromSeconds(-1)),
        ];
        Assert.All(faults, fault =>
        {
            var options = new ServiceClientOptions { ServiceRoot = new Uri("https://api.contoso.example") };
            fault.Set(options.Retry);
            Assert.Contains(fault.Name, Assert.Throws<ArgumentException>(() => new TestClient(options)).Message,
                StringComparison.Ordinal);
        });
        var infinite = new ServiceClientOptions
        {
            ServiceRoot = new Uri("https://api.contoso.example"),
            Retry = { NetworkTimeout = Timeout.InfiniteTimeSpan }
        };
        new TestClient(infinite).Dispose();
    }

    [Theory]
    [InlineData("https://api.contoso.example/v1.0")]
    [InlineData("http://localhost:1234")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]/v1.0/")]
    public void Https_and_loopback_service_roots_are_accepted(string root)
    {
        using var client = new TestClient(new ServiceClientOptions { ServiceRoot = new Uri(root) });

        Assert.NotNull(client.Items);
    }

    [Fact]
    public async Task The_caller_s_http_client_is_not_disposed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using var http = new HttpClient();
        server.CreateClient(options => options.HttpClient = http).Dispose();
        using TestClient client = server.CreateClient(options => options.HttpClient = http);
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_disposed_client_cannot_send()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        TestClient client = server.CreateClient();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
    }

    [Fact]
    public async Task A_mock_client_throws_when_it_sends()
    {
        using var client = new MockClient();

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(TestRequest.Get()));
    }

    [Fact]
    public async Task A_mock_client_can_override_SendAsync()
    {
        using var client = new AnsweringClient();
        List<DriveItem> items = [];
        await foreach (DriveItem item in new ItemOperations(client).List())
            items.Add(item);

        Assert.Equal("1", Assert.Single(items).Id);
    }

    [Fact]
    public async Task Traces_and_metrics_contain_the_URL_template_and_no_values()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(503), new Answer(200, "{}"));
        using TestClient client = server.CreateClient(
            options => options.Credential = ApiCredential.FromToken("secret"));
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ClientTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var measured = new ConcurrentQueue<KeyValuePair<string, object?>[]>();
        using var meter = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument is { Meter.Name: ClientTelemetry.SourceName, Name: "http.client.request.duration" })
                    meters.EnableMeasurementEvents(instrument);
            },
        };
        meter.SetMeasurementEventCallback<double>((_, _, tags, _) => measured.Enqueue(tags.ToArray()));
        meter.Start();

        var request = new TestRequest(HttpMethod.Get, "/telemetry/{item-id}", "private");
        request.Query["filter"] = "private";
        await client.SendAsync(request, Watchdog.Token);

        Activity[] own = [.. activities.Where(activity => activity.DisplayName == "GET /telemetry/{item-id}")];
        Assert.Equal(["503", "200"], own.Select(activity => $"{activity.GetTagItem("http.response.status_code")}"));
        Assert.Equal([null, "1"], own.Select(activity => activity.GetTagItem("http.request.resend_count")?.ToString()));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], own.Select(activity => activity.Status));
        Assert.Equal("503", own[0].GetTagItem("error.type"));
        Assert.All(own, activity => Assert.Equal(server.Root.Port, activity.GetTagItem("server.port")));

        KeyValuePair<string, object?>[][] records = [
            .. measured.Where(tags => tags.Any(tag => Equals(tag.Value, "/telemetry/{item-id}")))];
        Assert.Equal(2, records.Length);
        IEnumerable<object?> values = own.SelectMany(activity => activity.TagObjects)
            .Concat(records.SelectMany(tags => tags)).Select(tag => tag.Value);
        Assert.DoesNotContain(values,
            value => $"{value}".Contains("private", StringComparison.Ordinal)
                || $"{value}".Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_that_the_caller_s_handler_followed_is_reported()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", "/elsewhere")), new Answer(200, "{}"));
        using var http = new HttpClient();
        using TestClient client = server.CreateClient(options => options.HttpClient = http);
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ClientTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await client.SendAsync(TestRequest.Get("/foreign-handler"), Watchdog.Token);

        Activity activity = Assert.Single(activities, activity => activity.DisplayName == "GET /foreign-handler");
        Assert.Equal("docgen.redirect_followed_by_handler", Assert.Single(activity.Events).Name);
    }

    private sealed class MockClient : ServiceClient;

    private sealed class AnsweringClient : ServiceClient
    {
        public override Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request,
            CancellationToken cancellationToken = default) =>
            Task.FromResult((TResponse)(object)new Page<DriveItem>([new DriveItem { Id = "1" }]));
    }
}
