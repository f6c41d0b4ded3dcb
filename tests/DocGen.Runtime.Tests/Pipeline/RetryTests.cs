using System.Net;
using System.Net.Sockets;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Pipeline;

public sealed class RetryTests
{
    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_get_is_sent_again_after_a_transient_error(int status)
    {
        var time = new AdvancingTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(status), new Answer(status), new Answer(200, """{"id":"1"}"""));
        using TestClient client = server.CreateClient(options => options.TimeProvider = time);
        Response<DriveItem> response = await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal("1", response.Value.Id);
        Assert.Equal([null, "1", "2"], server.Requests.Select(request => request.Header("Retry-Attempt")));
        Assert.Equal(2, time.Delays.Count);
        Assert.InRange(time.Delays[0].TotalSeconds, 0.4, 0.8);
        Assert.InRange(time.Delays[1].TotalSeconds, 0.8, 1.6);
    }

    [Fact]
    public async Task Retry_delays_have_random_jitter()
    {
        var time = new AdvancingTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(500));
        using TestClient client = server.CreateClient(options =>
            (options.TimeProvider, options.Retry.MaxRetries,
                options.Retry.BaseDelay) = (time, 5, options.Retry.MaxDelay));
        await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));

        Assert.Equal(5, time.Delays.Count);
        Assert.All(time.Delays, static delay => Assert.InRange(delay.TotalSeconds, 30, 60));
        Assert.NotEqual(1, time.Delays.Distinct().Count());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task Other_errors_are_not_retried(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(status));
        using TestClient client = server.CreateClient();

        ApiException exception = await Assert.ThrowsAnyAsync<ApiException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal(status, exception.Status);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_caller_gets_the_error_of_the_last_attempt()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(500), new Answer(502), new Answer(503), new Answer(504, """{"error":{"code":"slow"}}"""));
        using TestClient client = server.CreateClient();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal((504, "slow", 4), (exception.Status, exception.Code, server.Requests.Count));
    }

    [Fact]
    public async Task Retry_After_in_seconds_sets_the_delay()
    {
        Assert.Equal([TimeSpan.FromSeconds(7)], await DelaysAsync("7"));
    }

    [Fact]
    public async Task Retry_After_as_a_date_sets_the_delay()
    {
        Assert.Equal([TimeSpan.FromSeconds(30)], await DelaysAsync("Sun, 17 May 2026 08:00:30 GMT"));
    }

    [Fact]
    public async Task Retry_After_in_the_past_means_no_delay()
    {
        Assert.Equal(TimeSpan.Zero,
            (await DelaysAsync("Sun, 17 May 2026 07:00:00 GMT")).Aggregate(TimeSpan.Zero, (a, b) => a + b));
    }

    [Fact]
    public async Task A_Retry_After_delay_above_the_maximum_is_not_retried()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(429, null, ("Retry-After", "61")));
        using TestClient client = server.CreateClient();

        var exception = await Assert.ThrowsAsync<ThrottledException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal("61", exception.Headers["Retry-After"]);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_total_delay_is_limited()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(503, null, ("Retry-After", "40")));
        using TestClient client = server.CreateClient(options =>
            (options.Retry.MaxRetries, options.Retry.MaxTotalDelay) = (10, TimeSpan.FromSeconds(100)));

        await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal(3, server.Requests.Count);
    }

    public static TheoryData<string, int, string?, bool> Posts() => new()
    {
        { "POST", 500, null, false },
        { "POST", 408, null, false },
        { "POST", 503, null, false },
        { "POST", 503, "1", true },
        { "POST", 429, null, true },
        { "PATCH", 500, null, false },
        { "PUT", 500, null, true },
        { "DELETE", 500, null, true },
    };

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_request_is_sent_again_only_if_that_is_safe(string method, int status, string? retryAfter,
        bool repeats)
    {
        Answer error = retryAfter is null ? new Answer(status) : new Answer(status, null, ("Retry-After", retryAfter));
        await using LoopbackServer server = await LoopbackServer.StartAsync(error, new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        var request = new TestRequest(new HttpMethod(method), "/items") { Body = TestRequest.Post().Body };

        Exception? exception = await Record.ExceptionAsync(() => client.SendAsync(request, Watchdog.Token));
        Assert.Equal((repeats ? 2 : 1, repeats), (server.Requests.Count, exception is null));
        Assert.All(server.Requests, received => Assert.Equal("\"x\"", received.Text));
    }

    [Fact]
    public async Task A_patch_with_if_match_and_a_post_documented_as_idempotent_are_sent_again()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(500), new Answer(200, "{}"), new Answer(500), new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        var patch = new TestRequest(HttpMethod.Patch,
            "/items/1")
        { HeaderOptions = static headers => headers.Add("If-Match", "\"1\"") };
        await client.SendAsync(patch, Watchdog.Token);
        await client.SendAsync(new TestRequest(HttpMethod.Post, "/items") { Idempotent = true }, Watchdog.Token);

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_completely()
    {
        using var content = new MemoryStream("0123456789"u8.ToArray()) { Position = 2 };
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(500), new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        await client.SendAsync(
            new TestRequest(HttpMethod.Put, "/content") { Body = () => RequestBody.Stream(content, "text/plain") },
            Watchdog.Token);

        Assert.Equal(["23456789", "23456789"], server.Requests.Select(request => request.Text));
    }

    [Fact]
    public async Task A_stream_that_was_read_and_cannot_seek_is_not_sent_again()
    {
        using var content = new ForwardOnlyStream("0123456789"u8.ToArray());
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(500));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(
            new TestRequest(HttpMethod.Put, "/content") { Body = () => RequestBody.Stream(content, "text/plain") },
            Watchdog.Token));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_that_failed_sends_its_whole_stream_in_the_next_call(bool isMultipart)
    {
        using var content = new MemoryStream("0123456789"u8.ToArray()) { Position = 2 };
        int count = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            (context, _) => new Answer(++count <= 4 ? 500 : 200).WriteAsync(context));
        using TestClient client = server.CreateClient();
        TestRequest request = Upload(content, isMultipart);
        await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(request, Watchdog.Token));
        Assert.Equal(2, content.Position);
        await client.SendAsync(request, Watchdog.Token);
        await client.SendAsync(request, Watchdog.Token);

        Assert.Equal(6, server.Requests.Count);
        Assert.All(server.Requests, received => Assert.Contains("23456789", received.Text, StringComparison.Ordinal));
        Assert.All(server.Requests, received => Assert.Equal(server.Requests[0].Body.Length, received.Body.Length));
    }

    [Fact]
    public async Task A_failed_call_resets_its_stream_for_another_request()
    {
        using var content = new MemoryStream("0123456789"u8.ToArray()) { Position = 2 };
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(403), new Answer(200));
        using TestClient client = server.CreateClient();
        await Assert.ThrowsAsync<AccessDeniedException>(() => client.SendAsync(Upload(content), Watchdog.Token));
        await client.SendAsync(Upload(content), Watchdog.Token);

        Assert.Equal(["23456789", "23456789"], server.Requests.Select(request => request.Text));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(403, false)]
    [InlineData(403, true)]
    public async Task A_request_is_refused_before_it_is_sent_if_its_stream_was_read_and_cannot_seek(
        int status, bool isMultipart)
    {
        using var content = new ForwardOnlyStream("0123456789"u8.ToArray());
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(status));
        using TestClient client = server.CreateClient();
        TestRequest request = Upload(content, isMultipart);
        await Record.ExceptionAsync(() => client.SendAsync(request, Watchdog.Token));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => client.SendAsync(request, Watchdog.Token));

        Assert.Contains("cannot seek", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_request_with_an_unread_stream_can_be_sent_again()
    {
        using var content = new ForwardOnlyStream("0123456789"u8.ToArray());
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200));
        using TestClient unlucky = new(
            new ServiceClientOptions { ServiceRoot = UnusedAddress(), TimeProvider = new AdvancingTime() });
        using TestClient client = server.CreateClient();
        TestRequest request = Upload(content);
        await Assert.ThrowsAsync<HttpRequestException>(() => unlucky.SendAsync(request, Watchdog.Token));
        await client.SendAsync(request, Watchdog.Token);

        Assert.Equal("0123456789", Assert.Single(server.Requests).Text);
    }

    [Fact]
    public async Task Concurrent_calls_of_one_request_each_send_the_whole_stream()
    {
        byte[] bytes = new byte[1_000_000];
        new Random(1).NextBytes(bytes);
        using var content = new MemoryStream(bytes);
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200));
        using TestClient client = server.CreateClient();
        TestRequest request = Upload(content);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.SendAsync(request, Watchdog.Token)));

        Assert.Equal(4, server.Requests.Count);
        Assert.All(server.Requests, received => Assert.Equal(bytes, received.Body));
    }

    private static TestRequest Upload(Stream content, bool isMultipart = false) => new(HttpMethod.Put, "/content")
    {
        Body = () => isMultipart
            ? RequestBody.Multipart("mixed", new RequestBodyPart("a", RequestBody.JsonValue(1, JsonWrite.Value)),
                new RequestBodyPart("b", RequestBody.Stream(content, "text/plain")))
            : RequestBody.Stream(content, "text/plain"),
    };

    [Fact]
    public async Task ShouldRetry_can_add_and_remove_retries()
    {
        List<RetryContext> seen = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(409), new Answer(500),
            new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Retry.ShouldRetry = context =>
        {
            seen.Add(context);
            return context.Status == 409;
        });

        await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal([(409, false, 0), (500, true, 1)],
            seen.Select(context => (context.Status!.Value, context.WouldRetry, context.Retries)));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Retries_can_be_turned_off()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(500));
        using TestClient client = server.CreateClient(options => options.Retry.MaxRetries = 0);

        await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_post_is_sent_again_if_no_connection_was_made()
    {
        var time = new AdvancingTime();
        using TestClient client = new(new ServiceClientOptions { ServiceRoot = UnusedAddress(), TimeProvider = time });

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(TestRequest.Post(), Watchdog.Token));
        Assert.Equal(3, time.Delays.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_is_sent_again_if_the_connection_timed_out(bool hasBody)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, """{"id":"1"}"""));
        using SocketsHttpHandler handler = Slow(connections: 1);
        using var http = new HttpClient(handler);
        using TestClient client = server.CreateClient(options => options.HttpClient = http);
        var post = new TestRequest(HttpMethod.Post, "/items") { Body = hasBody ? TestRequest.Post().Body : null };

        Assert.Equal("1", (await client.SendAsync(post, Watchdog.Token)).Value.Id);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("GET", 30, 200)]
    [InlineData("POST", 30, 200)]
    [InlineData("POST", 0.2, 30_000)]
    public async Task A_connection_timeout_is_a_connection_error_and_not_a_cancellation(
        string method, double networkTimeout, int connectTimeout)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200));
        var time = new AdvancingTime();
        using SocketsHttpHandler handler = Slow(connections: int.MaxValue);
        handler.ConnectTimeout = TimeSpan.FromMilliseconds(connectTimeout);
        using var http = new HttpClient(handler);
        using TestClient client = server.CreateClient(options =>
            (options.HttpClient, options.TimeProvider,
                options.Retry.NetworkTimeout) = (http, time, TimeSpan.FromSeconds(networkTimeout)));
        var request = new TestRequest(new HttpMethod(method),
            "/items")
        { Body = method == "POST" ? TestRequest.Post().Body : null };
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(request, Watchdog.Token));

        Assert.Equal((HttpRequestError.ConnectionError, 3), (error.HttpRequestError, time.Delays.Count));
        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Empty(server.Requests);
    }

    // A handler whose first connection attempts time out.
    private static SocketsHttpHandler Slow(int connections)
    {
        SocketsHttpHandler handler = ServiceClient.CreateHandler();
        handler.ConnectTimeout = TimeSpan.FromMilliseconds(200);
        handler.ConnectCallback = async (context, cancellation) =>
        {
            if (connections-- > 0)
                await Task.Delay(Timeout.Infinite, cancellation);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return handler;
    }

    [Fact]
    public async Task A_redirected_post_is_not_sent_again_if_its_redirect_fails()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(303, null, ("Location", UnusedAddress().AbsoluteUri)));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(TestRequest.Post(), Watchdog.Token));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("GET", 2)]
    [InlineData("POST", 1)]
    public async Task A_request_whose_connection_breaks_is_sent_again_only_if_that_is_safe(string method,
        int sent)
    {
        int count = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            if (Interlocked.Increment(ref count) == 1)
                context.Abort();
            else
                await new Answer(200, "{}").WriteAsync(context);
        });
        using TestClient client = server.CreateClient();

        Exception? exception = await Record.ExceptionAsync(() =>
            client.SendAsync(new TestRequest(new HttpMethod(method), "/items"), Watchdog.Token));
        Assert.Equal(sent, server.Requests.Count);
        Assert.Equal(sent == 1, exception is HttpRequestException);
    }

    [Fact]
    public async Task A_body_that_ends_early_is_fetched_again()
    {
        int count = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            if (Interlocked.Increment(ref count) > 1)
            {
                await new Answer(200, """{"id":"1"}""").WriteAsync(context);
                return;
            }
            context.Response.ContentLength = 100;
            await context.Response.Body.WriteAsync("{"u8.ToArray());
            // The server closes the connection because fewer bytes were sent than announced.
            await context.Response.Body.FlushAsync();
        });
        using TestClient client = server.CreateClient();

        Assert.Equal("1", (await client.SendAsync(TestRequest.Get(), Watchdog.Token)).Value.Id);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("GET", 2)]
    [InlineData("POST", 1)]
    public async Task A_timeout_of_the_caller_s_HttpClient_is_a_failed_attempt(string method, int sent)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            var gone = new TaskCompletionSource();
            using CancellationTokenRegistration registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        });
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(1) };
        using TestClient client = server.CreateClient(
            options => (options.HttpClient, options.Retry.MaxRetries) = (http, 1));

        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() =>
            client.SendAsync(new TestRequest(new HttpMethod(method), "/items"), Watchdog.Token));
        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Equal(sent, server.Requests.Count);
    }

    [Fact]
    public async Task A_cancelled_call_ends_while_it_waits_for_a_response()
    {
        using var cancellation = new CancellationTokenSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            var gone = new TaskCompletionSource();
            using CancellationTokenRegistration registration = context.RequestAborted.Register(gone.SetResult);
            await cancellation.CancelAsync();
            await gone.Task;
        });
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.SendAsync(TestRequest.Get(), cancellation.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_call_cancelled_during_a_retry_delay_throws_with_the_caller_s_token()
    {
        using var cancellation = new CancellationTokenSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(503, null, ("Retry-After", "30")));
        using TestClient client = server.CreateClient(
            options => options.TimeProvider = new WaitingTime(TimeSpan.FromSeconds(30), cancellation.Cancel));

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.SendAsync(TestRequest.Get(), cancellation.Token));

        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        Assert.Single(server.Requests);
    }

    private static async Task<IReadOnlyList<TimeSpan>> DelaysAsync(string retryAfter)
    {
        var time = new AdvancingTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(503, null, ("Retry-After", retryAfter)), new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.TimeProvider = time);
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        Assert.Equal(2, server.Requests.Count);
        return time.Delays;
    }

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
