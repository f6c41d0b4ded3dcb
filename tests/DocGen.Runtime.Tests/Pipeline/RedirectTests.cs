using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Pipeline;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_get_follows_a_redirect_with_its_credentials_on_the_same_origin(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(status, null, ("Location", "../other?a=1")), new Answer(200, """{"id":"1"}"""));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        Response<DriveItem> response = await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal("1", response.Value.Id);
        Assert.Equal(["/v1.0/items/1", "/v1.0/other?a=1"], server.Requests.Select(request => request.Target));
        Assert.All(server.Requests, request => Assert.Equal("Bearer t", request.Header("Authorization")));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_head_follows_a_redirect_as_a_head(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(status, null, ("Location", "/other")), new Answer(200));
        using TestClient client = server.CreateClient();
        Response<DriveItem> response = await client.SendAsync(new TestRequest(HttpMethod.Head, "/items/1"),
            Watchdog.Token);

        Assert.False(response.HasValue);
        Assert.Equal(["HEAD /v1.0/items/1", "HEAD /other"],
            server.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public async Task Credentials_are_dropped_at_another_origin_and_not_restored()
    {
        await using LoopbackServer home = await LoopbackServer.StartAsync((context, request) =>
            new Answer(request.Target.EndsWith("/1", StringComparison.Ordinal) ? 302 : 200, "{}",
                ("Location", context.Request.Query["to"].ToString()))
                .WriteAsync(context));
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", new Uri(home.Root, "/back").AbsoluteUri)));
        await using LoopbackServer start = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", new Uri(foreign.Root, "/away?sig=1").AbsoluteUri)));
        using TestClient client = start.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        TestRequest request = TestRequest.Get();
        request.Headers["Cookie"] = "a=b";
        request.Headers["X-Api-Key"] = "k";
        request.Headers["Prefer"] = "1";
        await client.SendAsync(request, Watchdog.Token);

        Assert.Equal(("Bearer t", "a=b"),
            (start.Requests[0].Header("Authorization"), start.Requests[0].Header("Cookie")));
        foreach (ReceivedRequest received in foreign.Requests.Concat(home.Requests))
        {
            Assert.Null(received.Header("Authorization"));
            Assert.Null(received.Header("Cookie"));
            Assert.Null(received.Header("X-Api-Key"));
            Assert.Equal("1", received.Header("Prefer"));
        }
        Assert.Equal((1, 1, 1), (start.Requests.Count, foreign.Requests.Count, home.Requests.Count));
    }

    [Fact]
    public async Task A_redirect_to_another_origin_sends_only_a_fixed_list_of_headers_and_no_body()
    {
        string[] wanted = ["Accept", "Accept-Language", "If-None-Match", "If-Modified-Since", "If-Range", "Range",
            "Prefer", "User-Agent"];
        string[] kept = ["If-Token", "Accept-Secret", "Content-Secret", "Range-Key", "X-Api-Key"];
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        await using LoopbackServer start = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", foreign.Root.AbsoluteUri)));
        using TestClient client = start.CreateClient();
        var request = new TestRequest(HttpMethod.Get, "/items") { Body = TestRequest.Post().Body };
        foreach (string name in wanted.Concat(kept))
            request.Headers[name] = name.StartsWith("If-Modified", StringComparison.Ordinal)
                ? "Sun, 17 May 2026 08:00:00 GMT"
                : "bytes=1-2";
        await client.SendAsync(request, Watchdog.Token);

        Assert.All(wanted.Concat(kept), name => Assert.NotNull(start.Requests[0].Header(name)));
        Assert.All(wanted, name => Assert.Equal(start.Requests[0].Header(name), foreign.Requests[0].Header(name)));
        Assert.All(kept, name => Assert.Null(foreign.Requests[0].Header(name)));
        Assert.Equal(("\"x\"", ""), (start.Requests[0].Text, foreign.Requests[0].Text));
    }

    [Fact]
    public async Task The_caller_s_Authorization_header_is_not_sent_to_another_origin()
    {
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        await using LoopbackServer start = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", foreign.Root.AbsoluteUri)));
        using TestClient client = start.CreateClient();
        TestRequest request = TestRequest.Get();
        request.Headers["authorization"] = "Basic x";
        await client.SendAsync(request, Watchdog.Token);

        Assert.Equal("Basic x", start.Requests[0].Header("Authorization"));
        Assert.Null(foreign.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task Default_credentials_of_an_http_client_are_not_sent_to_another_origin()
    {
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        await using LoopbackServer start = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", foreign.Root.AbsoluteUri)));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Add("Authorization", "Bearer secret");
        using TestClient client = start.CreateClient(options => options.HttpClient = http);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Contains("'Authorization'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        Assert.Empty(foreign.Requests);
    }

    [Fact]
    public async Task A_303_redirect_of_a_post_becomes_a_get_without_a_body()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(303, null, ("Location", "/result")), new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        await client.SendAsync(TestRequest.Post(), Watchdog.Token);

        Assert.Equal([("POST", "\"x\""), ("GET", "")],
            server.Requests.Select(request => (request.Method, request.Text)));
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_307_or_308_redirect_keeps_method_and_body(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(status, null, ("Location", "/other")), new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        await client.SendAsync(TestRequest.Post(), Watchdog.Token);

        Assert.Equal([("POST", "\"x\""), ("POST", "\"x\"")],
            server.Requests.Select(request => (request.Method, request.Text)));
    }

    [Fact]
    public async Task A_body_is_not_sent_to_another_origin()
    {
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(307, null, ("Location", foreign.Root.AbsoluteUri)));
        using TestClient client = server.CreateClient();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Post(), Watchdog.Token));
        Assert.Equal(307, exception.Status);
        Assert.Empty(foreign.Requests);
    }

    [Fact]
    public async Task A_body_that_can_be_read_only_once_is_not_redirected()
    {
        using var content = new ForwardOnlyStream("x"u8.ToArray());
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(307, null, ("Location", "/other")));
        using TestClient client = server.CreateClient();
        var request = new TestRequest(HttpMethod.Put,
            "/content")
        { Body = () => RequestBody.Stream(content, "text/plain") };

        await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(request, Watchdog.Token));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    public async Task A_301_or_302_redirect_of_a_post_is_an_error(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(status, null, ("Location", "/other")));
        using TestClient client = server.CreateClient();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Post(), Watchdog.Token));
        Assert.Equal(status, exception.Status);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_redirect_without_a_location_is_an_error()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(302));
        using TestClient client = server.CreateClient();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Contains("no Location", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_five_redirects_are_an_error_that_lists_them_without_their_queries()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) =>
            new Answer(302, null, ("Location",
                $"/hop{request.Target.Length}x?sig=secret" + new string('x', request.Target.Length)))
                .WriteAsync(context));
        using TestClient client = server.CreateClient();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal(6, server.Requests.Count);
        Assert.Equal(6, exception.Message.Split("http://").Length - 1);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("file:///etc/hostname")]
    public async Task A_redirect_to_a_scheme_other_than_http_or_https_is_an_error(string location)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", location)));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_an_error()
    {
        var handler = new RedirectingHandler(new Uri("http://api.contoso.example/"));
        using var http = new HttpClient(handler);
        using TestClient client = new(
            new ServiceClientOptions { ServiceRoot = new Uri("https://api.contoso.example"), HttpClient = http });

        ApiException exception = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Contains("https to http", exception.Message, StringComparison.Ordinal);
        Assert.Equal([("https", null)], handler.Received);
    }

    [Fact]
    public async Task Another_scheme_at_the_same_host_and_port_is_another_origin()
    {
        var handler = new RedirectingHandler(new Uri("https://localhost:5001/"));
        using var http = new HttpClient(handler);
        using TestClient client = new(new ServiceClientOptions
        {
            ServiceRoot = new Uri("http://localhost:5001"),
            HttpClient = http,
            Credential = ApiCredential.FromToken("t"),
        });
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal([("http", "t"), ("https", null)], handler.Received);
    }

    private sealed class RedirectingHandler(Uri target) : HttpMessageHandler
    {
        public List<(string Scheme, string? Token)> Received { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            Received.Add((request.RequestUri!.Scheme, request.Headers.Authorization?.Parameter));
            if (request.RequestUri.Scheme == target.Scheme)
                return Task.FromResult(new HttpResponseMessage());
            var response = new HttpResponseMessage(System.Net.HttpStatusCode.Found);
            response.Headers.Location = target;
            return Task.FromResult(response);
        }
    }
}
