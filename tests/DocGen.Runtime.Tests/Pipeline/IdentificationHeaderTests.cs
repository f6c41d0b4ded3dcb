using System.Collections.Concurrent;
using System.Diagnostics;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Pipeline;

/// <summary>Tests the headers that identify the client and the call.</summary>
public sealed class IdentificationHeaderTests
{
    [Fact]
    public async Task A_client_sends_no_identifying_headers_by_default()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.DoesNotContain(
            server.Requests[0].Headers.Keys,
            name => name is "User-Agent" || name.Contains("id", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_user_agent_comes_from_the_request_then_the_options_then_the_HttpClient()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using var http = new HttpClient();
        http.DefaultRequestHeaders.UserAgent.ParseAdd("http/1.0");
        using TestClient named = server.CreateClient(
            options => (options.HttpClient, options.UserAgent) = (http, "contoso-backup/2.1 (nightly)"));
        using TestClient unnamed = server.CreateClient(options => options.HttpClient = http);
        TestRequest request = TestRequest.Get();
        request.Headers["User-Agent"] = "own/1.0";
        await named.SendAsync(request, Watchdog.Token);
        await named.SendAsync(TestRequest.Get(), Watchdog.Token);
        await unnamed.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal(
            ["own/1.0", "contoso-backup/2.1 (nightly)", "http/1.0"],
            server.Requests.Select(received => received.Header("User-Agent")));
    }

    [Fact]
    public async Task All_messages_of_a_call_have_the_same_id_and_each_call_has_a_new_id()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(503), new Answer(302, null, ("Location", "/v1.0/items/2")), new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.ClientRequestIdHeader = "client-request-id");
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        TestRequest request = TestRequest.Get();
        request.Headers["Client-Request-Id"] = "mine";
        await client.SendAsync(request, Watchdog.Token);

        string?[] ids = [.. server.Requests.Select(received => received.Header("client-request-id"))];
        Assert.Equal(5, ids.Length);
        Assert.True(Guid.TryParse(ids[0], out _));
        Assert.Equal((ids[0], ids[0]), (ids[1], ids[2]));
        Assert.True(Guid.TryParse(ids[3], out _));
        Assert.NotEqual(ids[0], ids[3]);
        Assert.Equal("mine", ids[4]);
    }

    [Fact]
    public async Task A_redirect_to_another_origin_sends_the_user_agent_but_not_the_id()
    {
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", new Uri(foreign.Root, "/x").AbsoluteUri)));
        using TestClient client = server.CreateClient(options =>
            (options.ClientRequestIdHeader, options.UserAgent) = ("client-request-id", "contoso/1.0"));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.NotNull(server.Requests[0].Header("client-request-id"));
        Assert.Null(foreign.Requests[0].Header("client-request-id"));
        Assert.Equal("contoso/1.0", foreign.Requests[0].Header("User-Agent"));
    }

    [Fact]
    public async Task Traces_have_the_id_of_the_call()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.ClientRequestIdHeader = "Client-Request-Id");
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ClientTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await client.SendAsync(TestRequest.Get("/traced-id"), Watchdog.Token);

        Activity activity = Assert.Single(activities, activity => activity.DisplayName == "GET /traced-id");
        string[] id = Assert.IsType<string[]>(activity.GetTagItem("http.request.header.client-request-id"));
        Assert.Equal(server.Requests[0].Header("Client-Request-Id"), Assert.Single(id));
    }
}
