using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Responses;

public sealed class LongRunningTests
{
    [Fact]
    public async Task An_immediate_result_completes_the_operation()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(201, """{"id":"1"}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        Assert.True(response.IsCompleted);
        Assert.Equal("1", response.Value.Id);
        Assert.Equal("1", (await response.WaitForCompletionAsync()).Id);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_202_response_without_a_monitor_can_contain_the_result()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(202, """{"id":"1"}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        Assert.Equal(("1", true), (response.Value.Id, response.IsCompleted));
    }

    [Fact]
    public async Task The_monitor_is_polled_until_it_returns_the_result()
    {
        var time = new AdvancingTime();
        List<double> progress = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1"), ("Retry-After", "5")),
            new Answer(202, """{"status":"notStarted","percentageComplete":0}""", ("Retry-After", "10")),
            new Answer(200, """{"status":"inProgress","percentageComplete":50.5}"""),
            new Answer(202, ""),
            new Answer(200, """{"id":"1"}"""));
        using TestClient client = server.CreateClient(options =>
            (options.TimeProvider, options.Credential) = (time, ApiCredential.FromToken("t")));
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        Assert.Equal((202, false, false), (response.Status, response.IsCompleted, response.HasValue));
        DriveItem item = await response.WaitForCompletionAsync(new Immediately(progress.Add), Watchdog.Token);

        Assert.Equal("1", item.Id);
        Assert.Equal([0, 50.5, 100], progress);
        Assert.Equal([5.0, 10.0, 1.0 * 1.5, 1.5 * 1.5], time.Delays.Select(delay => delay.TotalSeconds));
        Assert.All(server.Requests, request => Assert.Equal("Bearer t", request.Header("Authorization")));
        Assert.All(server.Requests.Skip(1),
            request => Assert.Equal(("GET", "/v1.0/monitor/1"), (request.Method, request.Target)));
    }

    [Theory]
    [InlineData("/teams('1')/operations('2')", "/v1.0/teams('1')/operations('2')")]
    [InlineData("/v1.0/operations/2", "/v1.0/operations/2")]
    [InlineData("operations/2", "/v1.0/items/1/operations/2")]
    public async Task A_relative_monitor_URL_is_resolved_below_the_service_root(string location, string target)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", location)), new Answer(200, """{"id":"1"}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);
        await response.WaitForCompletionAsync(cancellationToken: Watchdog.Token);

        Assert.Equal(target, server.Requests[1].Target);
        Assert.Equal(new Uri(server.Root, target), response.Location);
    }

    [Fact]
    public async Task Operation_Location_takes_precedence_over_Location()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/items/9"), ("Operation-Location", "/v1.0/operations/2")),
            new Answer(200, """{"id":"2"}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);
        DriveItem job = await response.WaitForCompletionAsync(cancellationToken: Watchdog.Token);

        Assert.Equal(("2", "/v1.0/operations/2"), (job.Id, server.Requests[1].Target));
        Assert.Equal(new Uri(server.Root, "/v1.0/operations/2"), response.Location);
    }

    [Fact]
    public async Task A_Retry_After_of_zero_is_replaced_by_the_default_delay()
    {
        var time = new AdvancingTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1"), ("Retry-After", "0")),
            new Answer(202, null, ("Retry-After", "0")),
            new Answer(202, null, ("Retry-After", "Mon, 01 Jan 2001 00:00:00 GMT")),
            new Answer(202, null, ("Retry-After", "1")),
            new Answer(200, """{"id":"1"}"""));
        using TestClient client = server.CreateClient(options => options.TimeProvider = time);
        await (await client.SendAsync(new ItemCopyRequest(), Watchdog.Token))
            .WaitForCompletionAsync(cancellationToken: Watchdog.Token);

        Assert.Equal([1, 1.5, 1], time.Delays.Select(delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task A_Location_does_not_replace_a_monitor_from_Operation_Location()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Operation-Location", "/v1.0/monitor/1"), ("Location", "/v1.0/items/9")),
            new Answer(202, null, ("Location", "/v1.0/items/9")),
            new Answer(202, """{"status":"running"}""", ("Location", "/v1.0/items/9"),
                ("Operation-Location", "/v1.0/monitor/2")),
            new Answer(202, """{"status":"running"}""", ("Location", "/v1.0/items/9")),
            new Answer(200, """{"status":"succeeded"}"""));
        using TestClient client = server.CreateClient();
        LongRunningResponse response = await client.SendAsync(new ItemPurgeRequest(), Watchdog.Token);
        await response.WaitForCompletionAsync(cancellationToken: Watchdog.Token);

        Assert.Equal(
            ["/v1.0/monitor/1", "/v1.0/monitor/1", "/v1.0/monitor/2", "/v1.0/monitor/2"],
            server.Requests.Skip(1).Select(request => request.Target));
    }

    [Fact]
    public async Task A_Location_replaces_a_monitor_from_Location()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")),
            new Answer(202, null, ("Location", "/v1.0/monitor/2")),
            new Answer(200, """{"status":"succeeded"}"""));
        using TestClient client = server.CreateClient();
        await (await client.SendAsync(new ItemPurgeRequest(), Watchdog.Token))
            .WaitForCompletionAsync(cancellationToken: Watchdog.Token);

        Assert.Equal(["/v1.0/monitor/1", "/v1.0/monitor/2"], server.Requests.Skip(1).Select(request => request.Target));
    }

    [Fact]
    public async Task A_Location_replaces_a_saved_monitor_only_if_the_response_has_no_status()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, """{"status":"running"}""", ("Location", "/v1.0/items/9")),
            new Answer(202, null, ("Location", "/v1.0/monitor/2")),
            new Answer(200, """{"status":"succeeded"}"""));
        using TestClient client = server.CreateClient();
        await LongRunningResponse.FromLocation(client, new Uri(server.Root, "/v1.0/monitor/1"))
            .WaitForCompletionAsync(cancellationToken: Watchdog.Token);

        Assert.Equal(["/v1.0/monitor/1", "/v1.0/monitor/1", "/v1.0/monitor/2"],
            server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_monitor_on_another_host_or_outside_the_service_root_gets_no_credentials()
    {
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(new Answer(200, """{"id":"1"}"""));
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) => request.Target switch
        {
            "/elsewhere" => new Answer(200, """{"id":"2"}""").WriteAsync(context),
            _ when request.Header("X-Where") is { } where =>
                new Answer(202, null, ("Location", where)).WriteAsync(context),
            _ => new Answer(500).WriteAsync(context),
        });
        using TestClient client = server.CreateClient(options =>
        {
            options.Credential = ApiCredential.FromToken("t");
            options.AllowedHosts.Add(foreign.Root.Authority);
        });
        foreach (Uri monitor in new[] { new Uri(foreign.Root, "/monitor?token=1"), new Uri(server.Root, "/elsewhere") })
        {
            var request = new ItemCopyRequest();
            request.Headers["X-Where"] = monitor.AbsoluteUri;
            await (await client.SendAsync(request, Watchdog.Token))
                .WaitForCompletionAsync(cancellationToken: Watchdog.Token);
        }

        Assert.Null(Assert.Single(foreign.Requests).Header("Authorization"));
        Assert.Null(Assert.Single(server.Requests, request => request.Target == "/elsewhere").Header("Authorization"));
    }

    [Fact]
    public async Task Each_redirect_of_a_monitor_sends_credentials_only_to_the_service()
    {
        Uri? root = null;
        await using LoopbackServer foreign = await LoopbackServer.StartAsync((context, _) =>
            new Answer(303, null, ("Location", new Uri(root!, "/v1.0/items/9").AbsoluteUri)).WriteAsync(context));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")),
            new Answer(302, null, ("Location", new Uri(foreign.Root, "/monitor").AbsoluteUri)),
            new Answer(200, """{"id":"9"}"""));
        root = server.Root;
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        Assert.Equal("9", (await response.WaitForCompletionAsync(cancellationToken: Watchdog.Token)).Id);
        Assert.Equal(["Bearer t", "Bearer t", "Bearer t"],
            server.Requests.Select(request => request.Header("Authorization")));
        Assert.Null(Assert.Single(foreign.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task A_303_response_of_the_monitor_redirects_to_the_result()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")),
            new Answer(303, null, ("Location", "/v1.0/items/9")),
            new Answer(200, """{"id":"9","status":"running"}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);
        var progress = new Recorded<double>();

        Assert.Equal("9", (await response.WaitForCompletionAsync(progress, Watchdog.Token)).Id);
        Assert.Equal([100], progress.Values);
        Assert.Equal("/v1.0/items/9", server.Requests[2].Target);
    }

    [Fact]
    public async Task The_result_is_requested_by_the_resource_id_in_the_status()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")),
            new Answer(200, """{"status":"completed","percentageComplete":100,"resourceId":"a b"}"""),
            new Answer(200, """{"id":"a b"}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest("/items/{item-id}"), Watchdog.Token);

        Assert.Equal("a b", (await response.WaitForCompletionAsync(cancellationToken: Watchdog.Token)).Id);
        Assert.Equal("/v1.0/items/a%20b", server.Requests[2].Target);
    }

    [Fact]
    public async Task A_job_without_a_result_ends_with_its_status()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")),
            new Answer(200,
                """{"operation":"purge","status":"succeeded","percentageComplete":100""" +
                ""","resourceId":"7","resourceLocation":"/items/7"}"""));
        using TestClient client = server.CreateClient();
        LongRunningResponse response = await client.SendAsync(new ItemPurgeRequest(), Watchdog.Token);
        LongRunningStatus status = await response.WaitForCompletionAsync(cancellationToken: Watchdog.Token);

        Assert.Equal(("succeeded", 100, "7", "/items/7"),
            (status.Status, status.PercentageComplete, status.ResourceId, status.ResourceLocation));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_failed_job_is_an_error_with_its_code()
    {
        var exception = await Assert.ThrowsAsync<LongRunningFailedException>(() =>
            WaitAsync("""{"status":"failed","error":{"code":"quota","message":"Full."}}"""));

        Assert.Equal(("quota", 200), (exception.Code, exception.Status));
        Assert.Contains("Full.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("quota", exception.RawBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("Canceled")]
    public async Task A_cancelled_job_is_a_LongRunningCanceledException(string status)
    {
        await Assert.ThrowsAsync<LongRunningCanceledException>(() => WaitAsync($$"""{"status":"{{status}}"}"""));
    }

    [Fact]
    public async Task Cancelling_the_wait_does_not_cancel_the_job()
    {
        using var cancellation = new CancellationTokenSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")),
            new Answer(202, """{"status":"running","percentageComplete":1}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            response.WaitForCompletionAsync(new Immediately(_ => cancellation.Cancel()), cancellation.Token));
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        Assert.Equal(["POST", "GET"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_saved_monitor_can_be_resumed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """{"id":"1"}"""));
        using TestClient client = server.CreateClient();
        var saved = new Uri(server.Root, "/v1.0/monitor/1");

        Assert.Equal("1",
            (await new ItemCopyResponse(client, saved).WaitForCompletionAsync(cancellationToken: Watchdog.Token)).Id);
        await LongRunningResponse.FromLocation(client, saved).WaitForCompletionAsync(cancellationToken: Watchdog.Token);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Waiting_for_a_response_without_a_result_or_a_monitor_throws()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(202));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        var exception = await Assert.ThrowsAsync<ApiException>(
            () => response.WaitForCompletionAsync(cancellationToken: Watchdog.Token));
        Assert.Equal((202, false), (exception.Status, response.IsCompleted));
        Assert.Contains("Location", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("<html>", false)]
    [InlineData("""{"status":"running"}""", false)]
    [InlineData("""{"status":"provisioning"}""", false)]
    [InlineData("""{"status":"succeeded"}""", true)]
    public async Task A_job_without_a_monitor_is_completed_only_if_its_status_says_so(string? body,
        bool isCompleted)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(202, body, ("request-id", "r")));
        using TestClient client = server.CreateClient();
        LongRunningResponse response = await client.SendAsync(new ItemPurgeRequest(), Watchdog.Token);

        Assert.Equal(isCompleted, response.IsCompleted);
        if (isCompleted)
            Assert.Equal("succeeded", (await response.WaitForCompletionAsync()).Status);
        else
            Assert.Equal("r",
                (await Assert.ThrowsAsync<ApiException>(() => response.WaitForCompletionAsync())).RequestId);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_immediate_failure_without_a_monitor_is_an_error()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"status":"failed","error":{"code":"quota"}}"""));
        using TestClient client = server.CreateClient();
        LongRunningResponse response = await client.SendAsync(new ItemPurgeRequest(), Watchdog.Token);

        Assert.Equal("quota",
            (await Assert.ThrowsAsync<LongRunningFailedException>(() => response.WaitForCompletionAsync())).Code);
    }

    [Fact]
    public async Task A_running_status_without_a_monitor_is_not_a_result()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, """{"id":"op","status":"running"}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        Assert.Equal(("op", false), (response.Value.Id, response.IsCompleted));
        await Assert.ThrowsAsync<ApiException>(() => response.WaitForCompletionAsync());
    }

    [Theory]
    [InlineData("provisioning")]
    [InlineData("cancelling")]
    [InlineData("in_progress")]
    [InlineData("Not Started")]
    public async Task An_unknown_status_means_that_the_job_is_running(string word)
    {
        string running = $$"""{"status":"{{word}}","percentageComplete":40,"@odata.type":"#x"}""";
        await using LoopbackServer purges = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")),
            new Answer(200, $$"""{"id":"op","status":"{{word}}"}"""),
            new Answer(200, running), new Answer(200, """{"status":"done"}"""));
        await using LoopbackServer copies = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")), new Answer(200, running),
            new Answer(200, """{"id":"9","status":"published"}"""));
        using TestClient client = purges.CreateClient();
        LongRunningStatus status = await (await client.SendAsync(new ItemPurgeRequest(), Watchdog.Token))
            .WaitForCompletionAsync(cancellationToken: Watchdog.Token);
        using TestClient other = copies.CreateClient();
        DriveItem copy = await (await other.SendAsync(new ItemCopyRequest(), Watchdog.Token))
            .WaitForCompletionAsync(cancellationToken: Watchdog.Token);

        Assert.Equal(("done", 4), (status.Status, purges.Requests.Count));
        Assert.Equal(("9", 3), (copy.Id, copies.Requests.Count));
    }

    [Fact]
    public async Task Every_response_of_an_Operation_Location_is_a_status()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Operation-Location", "/v1.0/monitor/1")),
            new Answer(200, """{"id":"op","status":"copying"}"""),
            new Answer(200, """{"id":"op","status":"timed-out"}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        await Assert.ThrowsAsync<LongRunningFailedException>(
            () => response.WaitForCompletionAsync(cancellationToken: Watchdog.Token));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_202_response_with_a_completed_status_ends_the_job()
    {
        Answer completed = new(202, """{"status":"completed","resourceId":"9"}""");
        await using LoopbackServer purges = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/m")), completed);
        await using LoopbackServer copies = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/m")), completed, new Answer(200, """{"id":"9"}"""));
        using TestClient client = purges.CreateClient();
        using TestClient other = copies.CreateClient();

        Assert.Equal("completed", (await (await client.SendAsync(new ItemPurgeRequest(), Watchdog.Token))
            .WaitForCompletionAsync(cancellationToken: Watchdog.Token)).Status);
        Assert.Equal("9", (await (await other.SendAsync(new ItemCopyRequest("/items/{item-id}"), Watchdog.Token))
            .WaitForCompletionAsync(cancellationToken: Watchdog.Token)).Id);
    }

    [Fact]
    public async Task A_completed_job_without_its_result_is_an_error_with_the_status()
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => WaitAsync(""));

        Assert.Equal(200, exception.Status);
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(200, "[1")]
    [InlineData(200, """{"status":"completed","resourceLocation":"http://[bad"}""")]
    [InlineData(200, """{"status":"completed","resourceLocation":"ftp://files.example.com/1"}""")]
    [InlineData(200, """{"status":"completed","resourceId":".."}""")]
    [InlineData(200, """{"status":"completed","resourceId":"a\nb"}""")]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    public async Task An_unusable_response_of_a_monitor_throws_a_typed_exception(int status, string body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")), new Answer(status, body, ("request-id", "r")));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest("/items/{item-id}"), Watchdog.Token);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(
            () => response.WaitForCompletionAsync(cancellationToken: Watchdog.Token));
        Assert.Equal((200, "r", 2), (error.Status, error.RequestId, server.Requests.Count));
    }

    [Fact]
    public async Task A_202_response_with_any_body_means_that_the_job_is_running()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")), new Answer(202, "<html>"),
            new Answer(202, """{"status":"\uD83D"}"""), new Answer(200, """{"id":"1"}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        Assert.Equal("1", (await response.WaitForCompletionAsync(cancellationToken: Watchdog.Token)).Id);
    }

    [Fact]
    public async Task A_monitor_that_redirects_to_itself_is_an_error()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")),
            new Answer(302, null, ("Location", "/v1.0/monitor/1")));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        await Assert.ThrowsAsync<ApiException>(
            () => response.WaitForCompletionAsync(cancellationToken: Watchdog.Token));
        Assert.Equal(7, server.Requests.Count);
    }

    [Fact]
    public async Task A_Retry_After_delay_is_limited_to_one_day()
    {
        var time = new AdvancingTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1"), ("Retry-After", "2000000000")),
            new Answer(200, """{"id":"1"}"""));
        using TestClient client = server.CreateClient(options => options.TimeProvider = time);
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);
        await response.WaitForCompletionAsync(cancellationToken: Watchdog.Token);

        Assert.Equal([TimeSpan.FromDays(1)], time.Delays);
    }

    [Fact]
    public async Task A_response_created_from_a_value_is_complete()
    {
        Assert.Equal("1", (await new ItemCopyResponse(new DriveItem { Id = "1" }).WaitForCompletionAsync()).Id);
        Assert.Equal("completed", (await new LongRunningResponse().WaitForCompletionAsync()).Status);
    }

    private static async Task WaitAsync(string body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")), new Answer(200, body));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);
        await response.WaitForCompletionAsync(cancellationToken: Watchdog.Token);
    }

    private sealed class Immediately(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
