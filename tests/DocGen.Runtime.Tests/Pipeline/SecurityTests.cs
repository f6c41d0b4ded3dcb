using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DocGen.Runtime.Tests.Support;
using DocGen.Soak;
using AdvancingTime = DocGen.Runtime.Tests.Support.AdvancingTime;
using DownloadRequest = DocGen.Runtime.Tests.Support.DownloadRequest;

namespace DocGen.Runtime.Tests.Pipeline;

/// <summary>
/// Tests a hostile service, or an attacker in its place, that tries to get the token or to redirect the client.
/// </summary>
public sealed class SecurityTests
{
    private const string Secret = "s3cret-token";

    [Fact]
    public async Task A_token_is_never_sent_to_another_host()
    {
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(
            (context, request) => (request.Method switch
            {
                "PUT" => new Answer(201, "{}"),
                _ => new Answer(200, """{"id":"1","value":[]}"""),
            }).WriteAsync(context));
        string elsewhere = foreign.Root.AbsoluteUri;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) => (request.Target switch
        {
            "/v1.0/redirect" or "/v1.0/download" => new Answer(302, null, ("Location", elsewhere)),
            "/v1.0/items/1/copy" => new Answer(202, null, ("Location", elsewhere)),
            "/v1.0/files/1" => new Answer(200, $$"""{"uploadUrl":"{{elsewhere}}"}"""),
            _ => new Answer(200, $$"""{"value":[{"id":"1"}],"@odata.nextLink":"{{elsewhere}}"}"""),
        }).WriteAsync(context));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken(Secret));

        await client.SendAsync(TestRequest.Get("/redirect"), Watchdog.Token);
        (await client.SendAsync(new DownloadRequest("/download"), Watchdog.Token)).Dispose();
        await (await client.SendAsync(new ItemCopyRequest(), Watchdog.Token))
            .WaitForCompletionAsync(cancellationToken: Watchdog.Token);
        using var content = new MemoryStream([1]);
        await (await client.SendAsync(new CreateSessionRequest("1"), Watchdog.Token))
            .UploadAsync(content, cancellationToken: Watchdog.Token);
        await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (DriveItem item in client.Items.List())
                Assert.Equal("1", item.Id);
        });

        Assert.All(server.Requests, request => Assert.Equal("Bearer " + Secret, request.Header("Authorization")));
        Assert.Equal(4, foreign.Requests.Count);
        Assert.All(foreign.Requests,
            request => Assert.DoesNotContain(request.Headers,
                header => header.Value.Contains(Secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Texts_traces_and_exceptions_never_contain_a_token()
    {
        var traced = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                traced.Enqueue(string.Join('\n',
                    activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(activity.DisplayName))),
        };
        ActivitySource.AddActivityListener(listener);
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(401, """{"error":{"code":"no"}}"""));
        ApiCredential credential = ApiCredential.FromToken(Secret);
        using TestClient client = server.CreateClient(options => options.Credential = credential);
        TestRequest request = TestRequest.Get("/who");
        request.Headers["X-Key"] = Secret;
        request.Query["sig"] = Secret;
        Exception error = await Assert.ThrowsAsync<AuthenticationFailedException>(
            () => client.SendAsync(request, Watchdog.Token));
        await using var broken = new RawServer(RawServer.Reset(""));
        using TestClient unlucky = broken.CreateClient(
            options => (options.Credential, options.Retry.MaxRetries) = (credential, 0));
        Exception failure = await Assert.ThrowsAsync<HttpRequestException>(
            () => unlucky.SendAsync(request, Watchdog.Token));

        string?[] texts =
        [
            error.ToString(), failure.ToString(), credential.ToString(), client.ToString(), request.ToString(),
            request.Headers.ToString(),
            request.Query.ToString(), new AccessToken(Secret, DateTimeOffset.MaxValue).ToString(),
            new TokenRequest([]).ToString(),
            new CreateSessionRequest("1").ToString(),
            .. traced.Where(trace => trace.Contains("/who", StringComparison.Ordinal)),
        ];
        Assert.All(texts, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exceptions_never_contain_a_signed_URL()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, $$"""{"uploadUrl":"/up/1?sig={{Secret}}"}"""), new Answer(403, null, ("request-id", "r")));
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await client.SendAsync(new CreateSessionRequest("1"), Watchdog.Token);
        using var content = new MemoryStream([1]);
        Exception error = await Assert.ThrowsAsync<AccessDeniedException>(
            () => session.UploadAsync(content, cancellationToken: Watchdog.Token));

        Assert.DoesNotContain(Secret, error.ToString() + session, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://service.example.com/v1.0")]
    [InlineData("http://127.0.0.1.example.com/v1.0")]
    [InlineData("http://localhost.example.com")]
    public void Plain_http_is_refused_except_for_loopback(string root) =>
        Assert.Throws<ArgumentException>(
            () => new TestClient(new ServiceClientOptions { ServiceRoot = new Uri(root) }));

    [Theory]
    [InlineData("//foreign.example.com/x")]
    [InlineData("http://foreign.example.com/x")]
    [InlineData("https://foreign.example.com/x")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("javascript:alert(1)")]
    public async Task A_hostile_next_link_is_not_followed(string link)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, $$"""{"value":[{"id":"1"}],"@odata.nextLink":"{{link}}"}"""));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken(Secret));
        List<DriveItem> items = [];
        await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (DriveItem item in client.Items.List())
                items.Add(item);
        });

        Assert.Single(items);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    [InlineData("javascript:alert(1)")]
    public async Task A_hostile_location_is_an_error(string location)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", location)));
        using TestClient client = server.CreateClient(options => options.Retry.MaxRetries = 0);

        await Assert.ThrowsAnyAsync<ApiException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://monitor.example.com/1")]
    [InlineData("http://[bad")]
    public async Task A_hostile_monitor_is_not_polled(string location)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", location)));
        using TestClient client = server.CreateClient(options => options.Retry.MaxRetries = 0);
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);

        await Assert.ThrowsAsync<ApiException>(
            () => response.WaitForCompletionAsync(cancellationToken: Watchdog.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_endless_error_body_is_read_up_to_a_limit()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            context.Response.StatusCode = 400;
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
        });
        using TestClient client = server.CreateClient();
        ApiException error = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));

        Assert.Equal((400, 64 * 1024), (error.Status, error.RawBody!.Length));
    }

    [Fact]
    public async Task Messages_of_errors_contain_no_control_characters_from_the_service()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(400, """{"error":{"code":"a\r\nb","message":"c\u001b[31m\nd"}}"""));
        using TestClient client = server.CreateClient();
        ApiException error = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));

        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.Equal("a\r\nb", error.Code);
    }

    [Fact]
    public async Task A_deeply_nested_error_body_is_an_error_without_details()
    {
        string depth = string.Concat(Enumerable.Repeat("{\"error\":", 10_000));
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(400, depth));
        using TestClient client = server.CreateClient();
        ApiException error = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));

        Assert.Equal((400, 0), (error.Status, error.Errors.Count));
    }

    [Theory]
    [InlineData("a/../../secret")]
    [InlineData("..")]
    [InlineData("a\r\nX: 1")]
    public void A_value_cannot_escape_its_path_segment(string value)
    {
        Assert.Throws<ArgumentException>(() => new TestRequest(HttpMethod.Get, "/drive/root:/{+item-path}", value));
        Assert.DoesNotContain("..", value.Contains('/', StringComparison.Ordinal)
            ? new TestRequest(HttpMethod.Get, "/items/{id}", value).ToString()! : "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("upload")]
    [InlineData("saved upload")]
    [InlineData("monitor")]
    [InlineData("result")]
    [InlineData("next link")]
    [InlineData("redirect")]
    public async Task A_remote_service_cannot_make_the_client_call_loopback(string how)
    {
        await using LoopbackServer local = await LoopbackServer.StartAsync(
            new Answer(200, """{"id":"1","value":[]}"""));
        string target = new Uri(local.Root, "/local").AbsoluteUri;
        using var http = new HttpClient(new Elsewhere(request => request.RequestUri!.AbsolutePath switch
        {
            "/v1/files/1" => Json(200, $$"""{"uploadUrl":"{{target}}"}"""),
            "/v1/items" => Json(200, $$"""{"value":[],"@odata.nextLink":"{{target}}"}"""),
            "/v1/items/1/copy" => Json(202, "", how == "monitor" ? target : "/job"),
            "/v1/job" => Json(200, $$"""{"status":"completed","resourceLocation":"{{target}}"}"""),
            _ => Json(302, "", target),
        }));
        using var client = new TestClient(new ServiceClientOptions
        {
            ServiceRoot = new Uri("https://service.example/v1"),
            HttpClient = http,
            TimeProvider = new AdvancingTime(),
            Credential = ApiCredential.FromToken(Secret),
            AllowedHosts = { local.Root.Authority },
        });
        using var content = new MemoryStream([1]);

        Exception? error = await Record.ExceptionAsync(() => how switch
        {
            "upload" => UploadAsync(),
            "saved upload" =>
                CreateSessionResponse.FromUploadUrl(client, new Uri(target))
                    .UploadAsync(content, cancellationToken: Watchdog.Token),
            "monitor" => WaitAsync(new ItemCopyRequest()),
            "result" => WaitAsync(new ItemCopyRequest("/items/{id}")),
            "next link" =>
                client.Items.List(cancellationToken: Watchdog.Token).GetAsyncEnumerator().MoveNextAsync().AsTask(),
            _ => client.SendAsync(TestRequest.Get(), Watchdog.Token),
        });

        Assert.True(error is ApiException or InvalidOperationException, error?.ToString());
        Assert.Empty(local.Requests);

        async Task UploadAsync() =>
            await (await client.SendAsync(new CreateSessionRequest("1"), Watchdog.Token))
                .UploadAsync(content, cancellationToken: Watchdog.Token);

        async Task WaitAsync(ItemCopyRequest request) =>
            await (await client.SendAsync(request, Watchdog.Token))
                .WaitForCompletionAsync(cancellationToken: Watchdog.Token);
    }

    [Theory]
    [InlineData("https://files.example.com")]
    [InlineData("http://127.0.0.1")]
    [InlineData("files.example.com/")]
    [InlineData("files.example.com/path")]
    [InlineData("user@files.example.com")]
    [InlineData("*.example.com")]
    [InlineData("files.example.com:port")]
    [InlineData(" ")]
    [InlineData("")]
    public void An_invalid_allowed_host_is_refused(string entry)
    {
        var options = new ServiceClientOptions
        {
            ServiceRoot = new Uri("https://service.example/v1"),
            AllowedHosts = { entry }
        };

        Assert.Contains($"'{entry}'", Assert.Throws<ArgumentException>(() => new TestClient(options)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("files.example", "https://files.example/next", true)]
    [InlineData("files.example", "https://FILES.example:443/next", true)]
    [InlineData("files.example:443", "https://files.example/next", true)]
    [InlineData("files.example:444", "https://files.example:444/next", true)]
    [InlineData("bücher.example", "https://xn--bcher-kva.example/next", true)]
    [InlineData("xn--bcher-kva.example", "https://bücher.example/next", true)]
    [InlineData("[2001:db8::1]:444", "https://[2001:db8::1]:444/next", true)]
    [InlineData("files.example", "https://files.example:444/next", false)]
    [InlineData("files.example:444", "https://files.example/next", false)]
    [InlineData("files.example", "https://a.files.example/next", false)]
    [InlineData("files.example", "http://files.example/next", false)]
    [InlineData("localhost", "http://localhost/next", false)]
    public async Task Only_an_allowed_host_at_its_port_over_https_gets_tokens(string entry, string link, bool isAllowed)
    {
        List<string?> tokens = [];
        using var http = new HttpClient(new Elsewhere(request =>
        {
            if (request.RequestUri!.AbsolutePath == "/next")
                tokens.Add(request.Headers.Authorization?.Parameter);
            return Json(200, request.RequestUri.AbsolutePath == "/next"
                ? """{"value":[]}"""
                : $$"""{"value":[],"@odata.nextLink":"{{link}}"}""");
        }));
        using var client = new TestClient(new ServiceClientOptions
        {
            ServiceRoot = new Uri("https://service.example/v1"),
            HttpClient = http,
            Credential = ApiCredential.FromToken(Secret),
            AllowedHosts = { entry },
        });
        Exception? error = await Record.ExceptionAsync(
            () => client.Items.List(cancellationToken: Watchdog.Token).GetAsyncEnumerator().MoveNextAsync().AsTask());

        Assert.Equal(isAllowed, error is null);
        Assert.Equal(isAllowed ? [Secret] : [], tokens);
    }

    private static HttpResponseMessage Json(int status, string json, string? location = null)
    {
        var response = new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent(json) };
        if (location is not null)
            response.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
    }

    /// <summary>Responds to requests to remote hosts itself, and sends requests to loopback over the network.</summary>
    private sealed class Elsewhere(
        Func<HttpRequestMessage, HttpResponseMessage> answer) : DelegatingHandler(ServiceClient.CreateHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken) =>
            request.RequestUri!.IsLoopback
                ? base.SendAsync(request, cancellationToken)
                : Task.FromResult(answer(request));
    }
}
