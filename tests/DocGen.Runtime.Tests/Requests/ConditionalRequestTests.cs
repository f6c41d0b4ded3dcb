using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Requests;

public sealed class ConditionalRequestTests
{
    [Fact]
    public async Task WithIfMatch_sends_If_Match_with_every_attempt()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"id":"1"}""", ("ETag", "\"a\"")), new Answer(503),
            new Answer(412, """{"error":{"code":"changed"}}"""));
        using TestClient client = server.CreateClient();
        Response<DriveItem> read = await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        var update = new TestRequest(HttpMethod.Patch, "/items/1");
        var failed = await Assert.ThrowsAsync<PreconditionFailedException>(
            () => client.SendAsync(update.WithIfMatch(read.Headers.ETag!), Watchdog.Token));

        Assert.Equal("changed", failed.Code);
        // With If-Match, an update can be sent again.
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests.Skip(1), request => Assert.Equal("\"a\"", request.Header("If-Match")));
    }

    [Fact]
    public async Task A_304_response_has_no_value()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(304, null, ("ETag", "\"a\"")));
        using TestClient client = server.CreateClient();
        Response<DriveItem> response = await client.SendAsync(TestRequest.Get().WithIfNoneMatch("\"a\""),
            Watchdog.Token);

        Assert.Equal((304, false, "\"a\""), (response.Status, response.HasValue, response.Headers.ETag));
        Assert.Equal("\"a\"", server.Requests[0].Header("If-None-Match"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"a\"\r\nX-Injected: 1")]
    public void An_invalid_entity_tag_is_refused(string tag) =>
        Assert.ThrowsAny<ArgumentException>(() => TestRequest.Get().WithIfMatch(tag));
}
