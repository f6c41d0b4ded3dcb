using System.Text.Json.Nodes;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Requests;

/// <summary>Tests calls of operations that the docs do not describe.</summary>
public sealed class RawRequestTests
{
    [Fact]
    public async Task A_raw_request_reads_a_resource_and_supports_query_headers_credentials_and_retries()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(503, null),
            new Answer(200, """{"id":"7"}"""));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        RawRequest<Response<DriveItem>> request = ApiRequest.To<DriveItem>("GET", "/users/{id}/x?a=1", "b/c");
        request.Query["top"] = "2";
        request.Headers["Prefer"] = "x";

        DriveItem item = await client.SendAsync(request, Watchdog.Token);

        Assert.Equal("7", item.Id);
        ReceivedRequest last = server.Requests[^1];
        Assert.Equal(("/v1.0/users/b%2Fc/x?a=1&top=2", "x", "Bearer t"),
            (last.Target, last.Header("Prefer"), last.Header("Authorization")));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_raw_request_sends_a_resource_JSON_or_content()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(204));
        using TestClient client = server.CreateClient();
        var item = new DriveItem { Name = "a" };

        await client.SendAsync(ApiRequest.To("POST", "/x").With(item), Watchdog.Token);
        await client.SendAsync(ApiRequest.To("PATCH", "/x").With(item), Watchdog.Token);
        await client.SendAsync(ApiRequest.To("POST", "/x").WithJson(new JsonArray(1, 2)), Watchdog.Token);
        await client.SendAsync(ApiRequest.To("POST", "/x").WithJson(null), Watchdog.Token);
        await client.SendAsync(ApiRequest.To("PUT", "/x")
            .WithContent(new MemoryStream("abc"u8.ToArray()), "text/plain"), Watchdog.Token);

        Assert.Equal(["""{"@odata.type":"#contoso.driveItem","name":"a"}""",
            """{"@odata.type":"#contoso.driveItem","name":"a"}""", "[1,2]", "null", "abc"],
            server.Requests.Select(request => request.Text));
        Assert.Equal("text/plain", server.Requests[^1].Header("Content-Type"));
    }

    [Fact]
    public async Task A_raw_request_returns_pages_JSON_or_a_stream()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":[{"id":"1"}],"@odata.nextLink":"?page=2"}"""),
            new Answer(200, """{"value":[{"id":"2"}]}"""),
            new Answer(200, """{"a":[1]}"""), new Answer(200, "text"));
        using TestClient client = server.CreateClient();
        List<string?> ids = [];
        await foreach (DriveItem item in client.GetPages(ApiRequest.ToPages<DriveItem>("GET", "/items"),
            Watchdog.Token))
            ids.Add(item.Id);
        JsonNode json = await client.SendAsync(ApiRequest.ToJson("GET", "/x"), Watchdog.Token);
        await using StreamResponse stream = await client.SendAsync(ApiRequest.ToStream("GET", "/x"), Watchdog.Token);
        using var reader = new StreamReader(stream.Content);

        Assert.Equal(["1", "2"], ids);
        Assert.Equal("""{"a":[1]}""", json.ToJsonString());
        Assert.Equal("text", await reader.ReadToEndAsync(Watchdog.Token));
    }

    [Theory]
    [InlineData("https://elsewhere.example/x")]
    [InlineData("//elsewhere.example/x")]
    [InlineData("/x#y")]
    [InlineData("/x\r\ny")]
    [InlineData("")]
    public void A_template_that_is_not_a_path_of_the_service_is_refused(string template) =>
        Assert.Throws<ArgumentException>("uriTemplate", () => ApiRequest.To("GET", template));

    [Fact]
    public void Missing_and_surplus_values_of_placeholders_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => ApiRequest.To("GET", "/users/{id}"));
        Assert.ThrowsAny<ArgumentException>(() => ApiRequest.To("GET", "/users", "surplus"));
        Assert.ThrowsAny<ArgumentException>(() => ApiRequest.To("GET", "/users/{id}", ".."));
    }
}
