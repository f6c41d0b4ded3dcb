using System.Security.Cryptography;
using DocGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DocGen.Runtime.Tests.Responses;

public sealed class ResponseTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(304)]
    public async Task A_success_without_a_body_has_no_value(int status)
    {
        Response<DriveItem> response = await SendAsync(new Answer(status, null, ("ETag", "\"1\"")));

        Assert.Equal((status, false, "\"1\""), (response.Status, response.HasValue, response.Headers.ETag));
        var exception = Assert.Throws<InvalidOperationException>(() => response.Value);
        Assert.Contains($"{status}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData(" null\n")]
    [InlineData(" \r\n\t")]
    [InlineData("""{"value":null}""")]
    public async Task A_null_or_blank_body_has_no_value(string body)
    {
        Response<DriveItem> response = await SendAsync(new Answer(200, body));

        Assert.False(response.HasValue);
        Assert.Throws<InvalidOperationException>(() => response.Value);
    }

    [Fact]
    public async Task An_undocumented_success_status_is_accepted()
    {
        Response<DriveItem> response = await SendAsync(
            new Answer(218, """{"id":"1"}""", ("request-id", "r"), ("X-A", "1"), ("X-A", "2"), ("Location", "/x")));

        Assert.Equal(("1", "r", "1, 2", "/x"),
            (response.Value.Id, response.RequestId, response.Headers["x-a"],
                response.Headers.Location?.OriginalString));
        Assert.False(response.Headers.Location!.IsAbsoluteUri);
        Assert.Null(response.Headers["X-B"]);
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        Assert.Equal("1", (await SendAsync(new Answer(200, "\uFEFF{\"id\":\"1\"}"))).Value.Id);
    }

    [Fact]
    public async Task A_large_body_without_a_length_is_read_completely()
    {
        string name = new('n', 3_000_000);
        Assert.Equal(name, (await SendAsync(new Answer(200, $$"""{"name":"{{name}}"}"""))).Value.Name);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_an_error()
    {
        var exception = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => SendAsync(new Answer(200, "<html>", ("request-id", "r"))));

        Assert.Equal((200, "r", "<html>"), (exception.Status, exception.RequestId, exception.RawBody));
    }

    [Fact]
    public async Task A_compressed_body_is_read()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new System.IO.Compression.GZipStream(context.Response.Body,
                System.IO.Compression.CompressionLevel.Fastest);
            await gzip.WriteAsync("{\"id\":\"1\"}"u8.ToArray());
        });
        using TestClient client = server.CreateClient();

        Assert.Equal("1", (await client.SendAsync(TestRequest.Get(), Watchdog.Token)).Value.Id);
    }

    [Fact]
    public async Task A_stream_is_returned_before_its_content_has_arrived()
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(2_000_000);
        var headersSeen = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            await headersSeen.Task;
            await context.Response.Body.WriteAsync(bytes.AsMemory(1000));
        });
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/content"), Watchdog.Token);
        headersSeen.SetResult();
        using var arrived = new MemoryStream();
        await response.Content.CopyToAsync(arrived, Watchdog.Token);

        Assert.Equal((200, (long?)bytes.Length, "image/png"),
            (response.Status, response.ContentLength, response.ContentType));
        Assert.Equal(bytes, arrived.ToArray());
        Assert.Null(server.Requests[0].Header("Accept"));
    }

    [Fact]
    public async Task A_stream_that_ends_early_is_an_error()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            context.Response.ContentLength = 100;
            await context.Response.Body.WriteAsync("half"u8.ToArray());
            // The server closes the connection because fewer bytes were sent than announced.
            await context.Response.Body.FlushAsync();
        });
        using TestClient client = server.CreateClient();
        using StreamResponse response = await client.SendAsync(new DownloadRequest("/content"), Watchdog.Token);

        await Assert.ThrowsAnyAsync<IOException>(() => response.Content.CopyToAsync(Stream.Null, Watchdog.Token));
    }

    [Fact]
    public async Task A_download_follows_a_redirect_to_a_signed_URL_without_credentials()
    {
        await using LoopbackServer storage = await LoopbackServer.StartAsync(
            (context, _) => context.Response.WriteAsync("content"));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", new Uri(storage.Root, "/blob?sig=1").AbsoluteUri)));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        using StreamResponse response = await client.SendAsync(new DownloadRequest("/content"), Watchdog.Token);
        using var reader = new StreamReader(response.Content);

        Assert.Equal("content", await reader.ReadToEndAsync(Watchdog.Token));
        Assert.Null(Assert.Single(storage.Requests).Header("Authorization"));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task A_stream_response_without_content_is_empty(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(status));
        using TestClient client = server.CreateClient();
        using StreamResponse response = await client.SendAsync(new DownloadRequest("/content"), Watchdog.Token);

        Assert.Equal((status, -1), (response.Status, response.Content.ReadByte()));
    }

    [Fact]
    public async Task An_error_of_a_streamed_call_is_typed_too()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(404, """{"error":{"code":"itemNotFound"}}"""));
        using TestClient client = server.CreateClient();

        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => client.SendAsync(new DownloadRequest("/content"), Watchdog.Token));
        Assert.Equal("itemNotFound", exception.Code);
    }

    [Fact]
    public async Task Disposed_streams_return_their_connections_to_the_pool()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            (context, _) => context.Response.WriteAsync(new string('x', 100_000)));
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1, AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        using TestClient client = server.CreateClient(options => options.HttpClient = http);
        for (int i = 0; i < 5; i++)
        {
            StreamResponse response = await client.SendAsync(new DownloadRequest("/content"), Watchdog.Token);
            await response.DisposeAsync();
        }

        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Errors_and_retries_return_their_connections_to_the_pool()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(503, new string('x', 200_000)));
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1, AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        using TestClient client = server.CreateClient(options => options.HttpClient = http);
        for (int i = 0; i < 3; i++)
            await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));

        Assert.Equal(12, server.Requests.Count);
    }

    [Fact]
    public void Responses_can_be_created_for_tests()
    {
        Assert.Equal(TimeSpan.FromSeconds(7), new ResponseHeaders([new("Retry-After", "7")]).RetryAfter!.Delta);
        Assert.Equal(
            new DateTimeOffset(2026, 5, 17, 8, 0, 0, TimeSpan.Zero),
            new ResponseHeaders([new("retry-after", "Sun, 17 May 2026 08:00:00 GMT")]).RetryAfter!.Date);
        Assert.Null(new ResponseHeaders([new("Retry-After", "soon")]).RetryAfter);
        var response = new Response<string>("x", 201, [new("ETag", "\"1\"")]);
        using var stream = new StreamResponse(new MemoryStream("abc"u8.ToArray()),
            headers: [new("Content-Length", "3")]);

        Assert.Equal(("x", 201, "\"1\""), (response.Value, response.Status, response.Headers.ETag));
        Assert.Equal(3, stream.ContentLength);
        Assert.False(new Response<string>(null, 204).HasValue);
    }

    private static async Task<Response<DriveItem>> SendAsync(Answer answer)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(answer);
        using TestClient client = server.CreateClient();
        return await client.SendAsync(TestRequest.Get(), Watchdog.Token);
    }
}
