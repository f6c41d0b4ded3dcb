using System.Text.Json.Nodes;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Requests;

public sealed class BatchTests
{
    [Fact]
    public async Task Responses_are_typed_and_matched_by_id_in_any_order()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """
            {"responses":[
              {"id":"3","status":200,"headers":{"Content-Type":"application/json"},
               "body":{"value":[{"id":"c"}],"@odata.nextLink":"/v1.0/items?page=2"}},
              {"id":"2","status":404,"headers":{"request-id":"r"},
               "body":{"error":{"code":"itemNotFound","message":"No."}}},
              {"id":"1","status":200,"headers":{"ETag":"\"e\""},"body":{"id":"a"}},
              {"id":"4","status":204}]}
            """));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep<Response<DriveItem>> found = batch.Add(TestRequest.Get("/items/1"));
        BatchStep<Response<DriveItem>> missing = batch.Add(TestRequest.Get("/items/2"));
        BatchStep<Page<DriveItem>> list = batch.Add(new ItemListRequest { Top = 5 });
        BatchStep<Response<DriveItem>> empty = batch.Add(new TestRequest(HttpMethod.Delete, "/items/4"));
        Assert.Throws<InvalidOperationException>(() => found.Response);
        await batch.SendAsync(Watchdog.Token);

        Assert.Equal(("a", "\"e\""), (found.Response.Value.Id, found.Response.Headers.ETag));
        Assert.Equal((204, false), (empty.Response.Status, empty.Response.HasValue));
        Assert.Equal("c", Assert.Single(list.Response.Values).Id);
        Assert.Equal(new Uri(server.Root, "/v1.0/items?page=2"), list.Response.NextLink);
        ResourceNotFoundException error = Assert.Throws<ResourceNotFoundException>(() => missing.Response);
        Assert.Equal(("itemNotFound", "r", 404, false),
            (error.Code, error.RequestId, missing.Status, missing.IsCompleted));
        Assert.Equal(
            ["GET /items/1", "GET /items/2", "GET /items?$top=5", "DELETE /items/4"],
            Steps(server.Requests[0]).Select(step => $"{step["method"]} {step["url"]}"));
        Assert.Equal("/v1.0/$batch", server.Requests[0].Target);
    }

    [Fact]
    public async Task Steps_have_JSON_bodies_and_no_credentials()
    {
        await using LoopbackServer server = await Echo();
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        var batch = new Batch(client);
        TestRequest request = TestRequest.Post();
        request.Headers["Authorization"] = "Bearer secret";
        request.Headers["Cookie"] = "secret";
        request.Headers["Prefer"] = "minimal";
        batch.Add(request);
        await batch.SendAsync(Watchdog.Token);

        JsonNode step = Assert.Single(Steps(server.Requests[0]));
        Assert.Equal("x", (string?)step["body"]);
        Assert.Equal("""{"Prefer":"minimal","Content-Type":"application/json"}""", step["headers"]!.ToJsonString());
        Assert.DoesNotContain("secret", server.Requests[0].Text, StringComparison.Ordinal);
        Assert.Equal("Bearer t", server.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task A_batch_request_has_at_most_20_steps_and_ids_are_unique()
    {
        await using LoopbackServer server = await Echo();
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        for (int i = 0; i < 45; i++)
            batch.Add(TestRequest.Get($"/items/{i}"));
        await batch.SendAsync(Watchdog.Token);

        Assert.Equal([20, 20, 5], server.Requests.Select(request => Steps(request).Count));
        Assert.Equal(45, batch.Steps.Select(step => step.Id).Distinct().Count());
        Assert.All(batch.Steps, step => Assert.True(step.IsCompleted));
    }

    [Fact]
    public async Task Dependencies_are_sent_within_a_request_and_awaited_between_requests()
    {
        await using LoopbackServer server = await Echo();
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep first = batch.Add(TestRequest.Get("/items/0"));
        BatchStep second = batch.Add(TestRequest.Get("/items/1"), first);
        for (int i = 2; i < 20; i++)
            batch.Add(TestRequest.Get($"/items/{i}"));
        batch.Add(TestRequest.Get("/items/20"), first, second);
        await batch.SendAsync(Watchdog.Token);

        Assert.Equal("""["1"]""", Steps(server.Requests[0])[1]["dependsOn"]!.ToJsonString());
        // The second request is sent only after the first, so the step does not name its dependencies.
        Assert.Null(Assert.Single(Steps(server.Requests[1]))["dependsOn"]);
    }

    [Fact]
    public async Task A_step_is_not_sent_if_its_dependency_failed_in_an_earlier_request()
    {
        await using LoopbackServer server = await Echo(failing: "1");
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep first = batch.Add(TestRequest.Get("/items/0"));
        for (int i = 1; i < 20; i++)
            batch.Add(TestRequest.Get($"/items/{i}"));
        BatchStep<Response<DriveItem>> last = batch.Add(TestRequest.Get("/items/20"), first);
        await batch.SendAsync(Watchdog.Token);

        Assert.Single(server.Requests);
        Assert.Equal((424, 400), (last.Status, first.Status));
        Assert.Contains("step 1", Assert.Throws<ApiException>(() => last.Response).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_cannot_depend_on_a_step_of_another_batch()
    {
        await using LoopbackServer server = await Echo();
        using TestClient client = server.CreateClient();
        BatchStep foreign = new Batch(client).Add(TestRequest.Get());

        Assert.Throws<ArgumentException>(() => new Batch(client).Add(TestRequest.Get(), foreign));
    }

    [Fact]
    public async Task Streams_are_sent_as_strings_and_read_only_once()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200,
                """
                {"responses":[{"id":"1","status":429,"headers":{"Retry-After":"1"}},
                {"id":"2","status":204},{"id":"3","status":204}]}
                """),
            new Answer(200, """{"responses":[{"id":"1","status":204}]}"""));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        batch.Add(Put(new ForwardOnlyStream("Z\u00fcrich"u8.ToArray()), "text/plain; charset=utf-8"));
        batch.Add(Put(new MemoryStream([0xFB, 0xFF]), "image/png"));
        batch.Add(Put(Stream.Null, "application/octet-stream"));
        await batch.SendAsync(Watchdog.Token);

        Assert.All(batch.Steps, step => Assert.True(step.IsCompleted));
        Assert.Equal(["Z\u00fcrich", "-_8=", ""], Steps(server.Requests[0]).Select(step => (string?)step["body"]));
        Assert.Equal(
            ["text/plain; charset=utf-8", "image/png", "application/octet-stream"],
            Steps(server.Requests[0]).Select(step => (string?)step["headers"]!["Content-Type"]));
        Assert.Equal("Z\u00fcrich", (string?)Assert.Single(Steps(server.Requests[1]))["body"]);

        static TestRequest Put(Stream content, string type) =>
            new(HttpMethod.Put, "/items/{item-id}/content", "1") { Body = () => RequestBody.Stream(content, type) };
    }

    [Theory]
    [InlineData("text/plain", "abcd", "abcd")]
    [InlineData("image/png", "YWJjZA==", "abcd")]
    [InlineData("image/png", "YWJj", "abc")]
    [InlineData("application/octet-stream", "Pz8_", "???")]
    public async Task Text_in_a_response_is_unchanged_and_bytes_are_decoded_from_base64(string type, string body,
        string content)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(
            200,
            $$$"""
            {"responses":[{"id":"1","status":200,"headers":{"Content-Type":"{{{type}}}"},"body":"{{{body}}}"}]}
            """));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep<StreamResponse> step = batch.Add(new DownloadRequest("/items/1/content"));
        await batch.SendAsync(Watchdog.Token);

        using var reader = new StreamReader(step.Response.Content);
        Assert.Equal(content, await reader.ReadToEndAsync(Watchdog.Token));
    }

    [Fact]
    public async Task Only_throttled_steps_are_sent_again_after_their_longest_delay()
    {
        var time = new AdvancingTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """
                {"responses":[{"id":"1","status":200,"body":{"id":"a"}},
                {"id":"2","status":429,"headers":{"Retry-After":"5"}},
                {"id":"3","status":503,"headers":{"Retry-After":"Sun, 17 May 2026 08:00:09 GMT"}},
                {"id":"4","status":424}]}
                """),
            new Answer(200,
                """
                {"responses":[{"id":"2","status":200,"body":{}},{"id":"3","status":200,"body":{}},
                {"id":"4","status":200,"body":{}}]}
                """));
        using TestClient client = server.CreateClient(options => options.TimeProvider = time);
        var batch = new Batch(client);
        batch.Add(TestRequest.Get());
        BatchStep throttled = batch.Add(TestRequest.Post());
        batch.Add(TestRequest.Get());
        batch.Add(TestRequest.Get(), throttled);
        await batch.SendAsync(Watchdog.Token);

        Assert.All(batch.Steps, step => Assert.True(step.IsCompleted));
        Assert.Equal([TimeSpan.FromSeconds(9)], time.Delays);
        Assert.Equal(["2", "3", "4"], Steps(server.Requests[1]).Select(step => (string?)step["id"]));
    }

    [Fact]
    public async Task A_step_that_is_not_safe_to_repeat_is_not_sent_again()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"responses":[{"id":"1","status":500}]}"""));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep step = batch.Add(TestRequest.Post());
        await batch.SendAsync(Watchdog.Token);

        Assert.Equal(500, step.Failure?.Status);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_second_send_sends_only_the_failed_steps()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"responses":[{"id":"1","status":200,"body":{}},{"id":"2","status":409}]}"""),
            new Answer(200, """{"responses":[{"id":"2","status":200,"body":{"id":"b"}}]}"""));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        batch.Add(TestRequest.Get());
        BatchStep<Response<DriveItem>> failed = batch.Add(TestRequest.Get());
        await batch.SendAsync(Watchdog.Token);
        Assert.IsType<ConflictException>(failed.Failure);
        await batch.SendAsync(Watchdog.Token);

        Assert.Equal(("b", null), (failed.Response.Value.Id, failed.Failure));
        Assert.Equal("2", (string?)Assert.Single(Steps(server.Requests[1]))["id"]);
        await batch.SendAsync(Watchdog.Token);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"responses":[]}""")]
    [InlineData("""{"responses":[{"status":200},{"id":"1"},{"id":"1","status":"x"},7]}""")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task A_step_without_a_response_fails(string json)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, json, ("request-id", "r")));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep<Response<DriveItem>> step = batch.Add(TestRequest.Get());
        await batch.SendAsync(Watchdog.Token);

        Assert.Equal("r", Assert.Throws<ApiException>(() => step.Response).RequestId);
    }

    [Fact]
    public async Task Content_that_is_not_JSON_is_returned_as_a_stream()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200,
                """{"responses":[{"id":"1","status":200,"headers":{"content-type":"image/png"},"body":"AQID"}]}"""));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep<StreamResponse> step = batch.Add(new DownloadRequest("/photo"));
        await batch.SendAsync(Watchdog.Token);
        await using StreamResponse response = step.Response;
        using var target = new MemoryStream();
        await response.CopyToAsync(target);

        Assert.Equal([1, 2, 3], target.ToArray());
        Assert.Equal("image/png", response.ContentType);
    }

    [Fact]
    public async Task A_batch_is_sent_again_only_if_each_step_is_safe_to_repeat()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(500));
        using TestClient client = server.CreateClient();
        var reads = new Batch(client);
        reads.Add(TestRequest.Get());
        await Assert.ThrowsAsync<ApiException>(() => reads.SendAsync(Watchdog.Token));
        Assert.Equal(4, server.Requests.Count);

        reads.Add(TestRequest.Post());
        await Assert.ThrowsAsync<ApiException>(() => reads.SendAsync(Watchdog.Token));
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task A_post_step_whose_successful_response_is_unreadable_is_not_sent_again()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """
                {"responses":[{"id":"1","status":201,"headers":{"request-id":"r"},"body":[7]},
                {"id":"2","status":200,"body":[7]},{"id":"3","status":200,"body":{}}]}
                """),
            new Answer(200, """{"responses":[{"id":"2","status":200,"body":{"id":"b"}}]}"""));
        // Even if the caller's ShouldRetry retries every call, a step that the service carried out is not retried.
        using TestClient client = server.CreateClient(options => options.Retry.ShouldRetry = _ => true);
        var batch = new Batch(client);
        BatchStep<Response<DriveItem>> made = batch.Add(TestRequest.Post());
        BatchStep<Response<DriveItem>> read = batch.Add(TestRequest.Get(), made);
        batch.Add(TestRequest.Post());
        await batch.SendAsync(Watchdog.Token);

        var failure = Assert.Throws<UnexpectedResponseException>(() => made.Response);
        Assert.Equal((201, "r", "[7]", 201), (failure.Status, failure.RequestId, failure.RawBody, made.Status));
        Assert.Single(server.Requests);
        await batch.SendAsync(Watchdog.Token);
        Assert.Equal("2", (string?)Assert.Single(Steps(server.Requests[1]))["id"]);
        Assert.Equal("b", read.Response.Value.Id);
        await batch.SendAsync(Watchdog.Token);
        Assert.Equal((2, false), (server.Requests.Count, made.IsCompleted));
    }

    [Fact]
    public async Task A_step_is_sent_if_its_dependency_succeeded_with_an_unreadable_response()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            (context, request) => new Answer(200, new JsonObject
            {
                ["responses"] = new JsonArray([.. Steps(request).Select(step => (JsonNode)new JsonObject
            {
                ["id"] = (string?)step["id"], ["status"] = 200,
                ["body"] = (string?)step["id"] == "1" ? "text" : new JsonObject(),
            })]),
            }.ToJsonString()).WriteAsync(context));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep first = batch.Add(TestRequest.Post());
        for (int i = 1; i < 20; i++)
            batch.Add(TestRequest.Get());
        BatchStep last = batch.Add(TestRequest.Get(), first);
        await batch.SendAsync(Watchdog.Token);

        Assert.Equal((false, true), (first.IsCompleted, last.IsCompleted));
    }

    [Theory]
    [InlineData("""{"id":"1","status":404,"body":{"error":{"code":"\uD83D","message":"m"}}}""")]
    [InlineData("""{"id":"\uD83D","status":200}""")]
    [InlineData("""{"id":"1","status":"abc"}""")]
    [InlineData("""{"id":"1","status":99999,"body":{}}""")]
    [InlineData("""{"id":"1","status":1e3}""")]
    [InlineData(
        """{"id":"1","status":409,"headers":""" +
        """{"\uD83D":"x","a":"\uD83D","":"y","a\r\nb":"c","d":"e\r\nf","g":7,"h":[1]}}""")]
    [InlineData("""{"id":"1","status":200,"headers":{"Content-Type":5},"body":"text"}""")]
    [InlineData("""{"id":"1","status":200,"headers":7,"body":"\uD83D"}""")]
    [InlineData("""{"id":"1","status":200,"body":{"uploadUrl":"http://files.example.com/"}}""")]
    [InlineData("""{"id":"1","status":200,"body":{"uploadUrl":"http://[bad"}}""")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_malformed_response_affects_only_its_own_step(string answer)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, $$$"""{"responses":[{{{answer}}},{"id":"2","status":200,"body":{"id":"good"}}]}"""));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep bad = batch.Add(new DocGen.Soak.CreateSessionRequest("1"));
        BatchStep<Response<DriveItem>> good = batch.Add(TestRequest.Get());
        await batch.SendAsync(Watchdog.Token);

        Assert.NotNull(bad.Failure);
        Assert.Equal("good", good.Response.Value.Id);
    }

    [Fact]
    public async Task Invalid_Unicode_in_a_response_is_replaced()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(
            200,
            """
            {"responses":[{"id":"1","status":200,
            "headers":{"Content-Type":"text/plain","x":"a\uD83Db"},"body":"a\uD83Db"}]}
            """));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep<StreamResponse> step = batch.Add(new DownloadRequest("/items/1/content"));
        await batch.SendAsync(Watchdog.Token);

        using var reader = new StreamReader(step.Response.Content);
        Assert.Equal(("a\uFFFDb", "a\uFFFDb"),
            (await reader.ReadToEndAsync(Watchdog.Token), step.Response.Headers["x"]));
    }

    [Fact]
    public async Task A_batch_response_that_is_not_JSON_throws_a_typed_exception()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, "<html>", ("request-id", "r")));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        batch.Add(TestRequest.Get());

        var error = await Assert.ThrowsAsync<UnexpectedResponseException>(() => batch.SendAsync(Watchdog.Token));
        Assert.Equal((200, "r", "<html>"), (error.Status, error.RequestId, error.RawBody));
    }

    private static Task<LoopbackServer> Echo(string? failing = null) => LoopbackServer.StartAsync((context, request) =>
    {
        var responses = new JsonArray([.. Steps(request).Select(step => (JsonNode)new JsonObject
        {
            ["id"] = (string?)step["id"],
            ["status"] = (string?)step["id"] == failing ? 400 : 200,
            ["body"] = new JsonObject(),
        })]);
        return new Answer(200, new JsonObject { ["responses"] = responses }.ToJsonString()).WriteAsync(context);
    });

    private static List<JsonNode> Steps(ReceivedRequest request) =>
        [.. JsonNode.Parse(request.Text)!["requests"]!.AsArray().Select(step => step!)];
}
