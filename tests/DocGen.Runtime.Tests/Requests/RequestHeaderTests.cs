using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Requests;

public sealed class RequestHeaderTests
{
    [Fact]
    public async Task Documented_headers_are_sent_unless_the_caller_sets_them()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        var request = new TestRequest(HttpMethod.Get, "/items")
        {
            HeaderOptions = static headers =>
            {
                headers.Add("Prefer", "respond-async");
                headers.Add("If-Match", (string?)null);
                headers.Add("If-Modified-Since",
                    (DateTimeOffset?)new DateTimeOffset(2026, 5, 17, 8, 0, 0, TimeSpan.FromHours(2)));
                headers.Add("X-Deep", (bool?)true);
            },
        };
        request.Headers["prefer"] = "wait=5";
        await client.SendAsync(request, Watchdog.Token);

        ReceivedRequest received = Assert.Single(server.Requests);
        Assert.Equal("wait=5", received.Header("Prefer"));
        Assert.Null(received.Header("If-Match"));
        Assert.Equal("Sun, 17 May 2026 06:00:00 GMT", received.Header("If-Modified-Since"));
        Assert.Equal("true", received.Header("X-Deep"));
        Assert.Equal("application/json", received.Header("Accept"));
    }

    [Theory]
    [InlineData("X-A", "a\r\nX-Evil: 1")]
    [InlineData("X-A", "a\nb")]
    [InlineData("X-A", "ä")]
    [InlineData("X-A\r\n", "a")]
    [InlineData("X A", "a")]
    [InlineData("", "a")]
    public void An_invalid_header_name_or_value_is_refused(string name, string value)
    {
        Assert.ThrowsAny<ArgumentException>(() => TestRequest.Get().Headers[name] = value);
    }

    [Fact]
    public async Task An_invalid_value_of_a_documented_header_fails_before_anything_is_sent()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        var request = new TestRequest(HttpMethod.Get,
            "/items")
        { HeaderOptions = static headers => headers.Add("Prefer", "a\r\nb") };

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(request, Watchdog.Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_content_type_of_the_caller_is_sent()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        TestRequest request = TestRequest.Post();
        request.Headers["Content-Type"] = "application/merge-patch+json";
        await client.SendAsync(request, Watchdog.Token);

        Assert.Equal("application/merge-patch+json", Assert.Single(server.Requests).Header("Content-Type"));
    }
}
