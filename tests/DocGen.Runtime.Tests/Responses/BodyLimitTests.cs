using System.IO.Compression;
using System.Text;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Responses;

/// <summary>Tests the size limit of response bodies and the decoding of their <c>Content-Encoding</c>.</summary>
public sealed class BodyLimitTests
{
    [Fact]
    public async Task The_limit_applies_to_the_decompressed_body()
    {
        byte[] bomb = Gzip(40_000_000);
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.Headers["request-id"] = "R1";
            await context.Response.Body.WriteAsync(bomb);
        });
        using TestClient client = server.CreateClient(options => options.MaxResponseBodySize = 1_000_000);
        ApiException error = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));

        Assert.Equal((200, "R1"), (error.Status, error.RequestId));
        Assert.Contains("MaxResponseBodySize", error.Message, StringComparison.Ordinal);
        Assert.Equal("gzip", Assert.Single(server.Requests).Header("Accept-Encoding"));
    }

    [Fact]
    public async Task The_limit_of_error_bodies_applies_to_the_decompressed_body()
    {
        byte[] bomb = Gzip(40_000_000);
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            context.Response.StatusCode = 404;
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(bomb);
        });
        using TestClient client = server.CreateClient();
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));

        Assert.Equal(new string(' ', 64 * 1024), error.RawBody);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    [InlineData(false, 1)]
    public async Task A_body_may_be_exactly_as_long_as_the_limit(bool hasLength, int surplus)
    {
        string json = $$"""{"id":"{{new string('x', 100_000)}}"}""";
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            if (hasLength)
                context.Response.ContentLength = json.Length;
            await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(json));
        });
        using TestClient client = server.CreateClient(options => options.MaxResponseBodySize = json.Length - surplus);

        if (surplus == 0)
            Assert.Equal(100_000, (await client.SendAsync(TestRequest.Get(), Watchdog.Token)).Value.Id!.Length);
        else
            Assert.Equal(200,
                (await Assert.ThrowsAsync<UnexpectedResponseException>(
                    () => client.SendAsync(TestRequest.Get(), Watchdog.Token))).Status);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_body_with_a_Content_Length_above_the_limit_is_an_error()
    {
        await using var server = new RawServer(
            RawServer.Silence("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n{\"id\":\"1\"}"));
        using TestClient client = server.CreateClient();

        Assert.Equal(200,
            (await Assert.ThrowsAsync<UnexpectedResponseException>(
                () => client.SendAsync(TestRequest.Get(), Watchdog.Token))).Status);
        Assert.Single(server.Heads);
    }

    [Theory]
    [InlineData("br", "x")]
    [InlineData("gzip, gzip", "x")]
    [InlineData("gzip", "no gzip at all")]
    [InlineData("gzip", "\u001f\u008b\u0008")]
    public async Task A_body_that_cannot_be_decoded_is_an_error_with_its_status(string coding, string body)
    {
        foreach (int status in new[] { 201, 409 })
        {
            await using var server = new RawServer(RawServer.Text(
                $"HTTP/1.1 {status} X\r\nContent-Encoding: {coding}\r\nrequest-id: R1\r\n" +
                $"Content-Length: {body.Length}\r\n\r\n{body}"));
            using TestClient client = server.CreateClient();
            ApiException error = await Assert.ThrowsAnyAsync<ApiException>(
                () => client.SendAsync(TestRequest.Post(), Watchdog.Token));

            Assert.Equal((status, "R1"), (error.Status, error.RequestId));
            Assert.Single(server.Heads);
        }
    }

    [Theory]
    [InlineData("200 OK", "HEAD")]
    [InlineData("304 Not Modified", "GET")]
    public async Task Content_headers_of_a_response_without_content_are_ignored(string status, string method)
    {
        await using var server = new RawServer(RawServer.Text(
            $"HTTP/1.1 {status}\r\nContent-Encoding: br\r\nContent-Length: 9000000000\r\n\r\n"));
        using TestClient client = server.CreateClient();
        Response<DriveItem> response = await client.SendAsync(new TestRequest(new HttpMethod(method), "/items/1"),
            Watchdog.Token);

        Assert.Equal((false, "9000000000", "br"),
            (response.HasValue, response.Headers["Content-Length"], response.Headers["Content-Encoding"]));
    }

    [Fact]
    public void The_limit_is_64_MB_by_default_and_must_be_positive()
    {
        var options = new ServiceClientOptions();

        Assert.Equal(64 * 1024 * 1024, options.MaxResponseBodySize);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxResponseBodySize = 0);
        options.MaxResponseBodySize = int.MaxValue;
        Assert.InRange(options.MaxResponseBodySize, Array.MaxLength - 1, Array.MaxLength);
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(200, true)]
    [InlineData(404, false)]
    public async Task A_response_does_not_keep_its_request_alive(int status, bool streams)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(status, """{"id":"1"}"""));
        List<WeakReference> sent = [];
        using var http = new HttpClient(new Watching(sent));
        using TestClient client = server.CreateClient(
            options => (options.HttpClient, options.Credential) = (http, ApiCredential.FromToken("t")));
        object kept = await SendAsync(client, sent, streams);
        for (int i = 0; i < 20 && sent.Exists(static reference => reference.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            // The pooled connection releases its last request shortly after the response.
            await Task.Yield();
        }

        Assert.Equal(2, sent.Count);
        Assert.All(sent, reference => Assert.False(reference.IsAlive));
        GC.KeepAlive(kept);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static async Task<object> SendAsync(TestClient client, List<WeakReference> sent, bool streams)
    {
        var content = new MemoryStream(new byte[100]);
        sent.Add(new WeakReference(content));
        try
        {
            if (streams)
            {
                // The connection keeps the request alive until the stream is read to its end.
                StreamResponse response = await client.SendAsync(new UploadAndStreamRequest(content), Watchdog.Token);
                await response.CopyToAsync(Stream.Null, cancellationToken: Watchdog.Token);
                return response;
            }
            return await client.SendAsync(
                new TestRequest(HttpMethod.Put, "/items/1") { Body = () => RequestBody.Stream(content, "text/plain") },
                Watchdog.Token);
        }
        catch (ApiException exception)
        {
            return exception;
        }
    }

    private static byte[] Gzip(int length)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            byte[] spaces = Enumerable.Repeat((byte)' ', 1_000_000).ToArray();
            for (int i = 0; i < length; i += spaces.Length)
                gzip.Write(spaces);
        }
        return compressed.ToArray();
    }

    private sealed class UploadAndStreamRequest(Stream content) : ApiRequest<StreamResponse>("POST", "/convert")
    {
        protected override bool StreamsResponse => true;

        protected override RequestBody? CreateBody() => RequestBody.Stream(content, "text/plain");

        protected override StreamResponse CreateResponse(ResponseContext response) => new(response);
    }

    private sealed class Watching(List<WeakReference> sent) : DelegatingHandler(ServiceClient.CreateHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            sent.Add(new WeakReference(request));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
