using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Requests;

/// <summary>Tests documented requests that are sent to a URL from the service (<c>WithUrl</c>).</summary>
public sealed class WithUrlTests
{
    [Theory]
    [InlineData("/v1.0/items/9?a=1", "/v1.0/items/9?a=1&top=2")]
    [InlineData("/other", "/other?top=2")]
    public async Task A_link_replaces_the_URL_and_query_options_are_appended(string path, string sent)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """{"id":"9"}"""));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        var request = TestRequest.Get();
        request.Query["top"] = "2";
        request.Headers["Prefer"] = "x";

        DriveItem item = await client.SendAsync(request.WithUrl(new Uri(server.Root, path)), Watchdog.Token);

        Assert.Equal("9", item.Id);
        ReceivedRequest received = Assert.Single(server.Requests);
        Assert.Equal((sent, "x", "Bearer t"),
            (received.Target, received.Header("Prefer"), received.Header("Authorization")));
    }

    [Fact]
    public async Task A_relative_link_is_below_the_service_root_and_keeps_method_and_body()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();

        await client.SendAsync(TestRequest.Post().WithUrl(new Uri("/items/9", UriKind.Relative)), Watchdog.Token);

        ReceivedRequest received = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/v1.0/items/9", "\"x\""), (received.Method, received.Target, received.Text));
    }

    [Fact]
    public async Task A_link_to_a_foreign_host_or_with_an_option_of_the_request_is_refused()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        var twice = TestRequest.Get();
        twice.Query["a"] = "2";

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.SendAsync(TestRequest.Get().WithUrl(new Uri("https://evil.example.com/items")), Watchdog.Token));
        InvalidOperationException both = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.SendAsync(twice.WithUrl(new Uri(server.Root, "/v1.0/items?a=1")), Watchdog.Token));
        Assert.Throws<InvalidOperationException>(() =>
            new Batch(client).Add(TestRequest.Get().WithUrl(new Uri("https://evil.example.com/items"))));

        Assert.Contains("option a.", both.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_copy_keeps_the_link()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();

        await client.SendAsync(new TestRequest(TestRequest.Get().WithUrl(new Uri(server.Root, "/v1.0/x"))),
            Watchdog.Token);

        Assert.Equal("/v1.0/x", Assert.Single(server.Requests).Target);
    }
}
