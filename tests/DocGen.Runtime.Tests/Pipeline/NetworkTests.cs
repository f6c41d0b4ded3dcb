using System.Net.Sockets;
using System.Reflection;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Pipeline;

/// <summary>Tests silent servers, malformed responses, slow connections and failing streams.</summary>
public sealed class NetworkTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n";

    [Fact]
    public async Task A_get_without_a_response_is_sent_again()
    {
        await using var server = new RawServer(RawServer.Silence(""), RawServer.Text(Ok + """{"id":"1"}"""));
        using TestClient client = server.CreateClient(Impatient);

        Assert.Equal("1", (await client.SendAsync(TestRequest.Get(), Watchdog.Token)).Value.Id);
        Assert.Equal(2, server.Heads.Count);
    }

    [Fact]
    public async Task A_post_without_a_response_is_not_sent_again()
    {
        await using var server = new RawServer(RawServer.Silence(""));
        using TestClient client = server.CreateClient(Impatient);
        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.SendAsync(TestRequest.Post(), Watchdog.Token));

        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task A_body_that_stalls_is_fetched_again()
    {
        await using var server = new RawServer(RawServer.Silence(Ok + """{"id":"""),
            RawServer.Text(Ok + """{"id":"1"}"""));
        using TestClient client = server.CreateClient(Impatient);

        Assert.Equal("1", (await client.SendAsync(TestRequest.Get(), Watchdog.Token)).Value.Id);
    }

    [Fact]
    public async Task An_error_whose_body_stalls_keeps_its_status()
    {
        await using var server = new RawServer(
            RawServer.Silence("HTTP/1.1 409 Conflict\r\nContent-Length: 100\r\n\r\nhalf"));
        using TestClient client = server.CreateClient(Impatient);

        Assert.Equal("half",
            (await Assert.ThrowsAsync<ConflictException>(
                () => client.SendAsync(TestRequest.Post(), Watchdog.Token))).RawBody);
    }

    [Fact]
    public async Task A_slow_but_steady_response_does_not_time_out()
    {
        await using var server = new RawServer(RawServer.Drip(Ok + """{"id":"1"}"""));
        using TestClient client = server.CreateClient();

        Assert.Equal("1", (await client.SendAsync(TestRequest.Get(), Watchdog.Token)).Value.Id);
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task A_body_shorter_than_its_Content_Length_is_requested_again_before_the_call_throws()
    {
        await using var server = new RawServer(RawServer.Text(Ok + """{"id":"1"""));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAnyAsync<IOException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal(4, server.Heads.Count);
    }

    [Fact]
    public async Task Bytes_after_the_Content_Length_are_ignored()
    {
        await using var server = new RawServer(RawServer.Text(Ok + """{"id":"1"}{"id":"2"}"""));
        using TestClient client = server.CreateClient();

        Assert.Equal("1", (await client.SendAsync(TestRequest.Get(), Watchdog.Token)).Value.Id);
    }

    [Fact]
    public async Task Headers_that_are_too_large_are_an_error()
    {
        await using var server = new RawServer(
            RawServer.Text("HTTP/1.1 200 OK\r\nX-Huge: " + new string('x', 1 << 20) + "\r\n\r\n"));
        using TestClient client = server.CreateClient(options => options.Retry.MaxRetries = 0);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
    }

    [Fact]
    public async Task A_response_that_is_not_HTTP_is_an_error()
    {
        await using var server = new RawServer(RawServer.Text("SSH-2.0-OpenSSH\r\n\r\n"));
        using TestClient client = server.CreateClient(options => options.Retry.MaxRetries = 0);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
    }

    [Fact]
    public async Task An_upload_that_makes_progress_does_not_time_out()
    {
        var limit = TimeSpan.FromSeconds(2);
        var time = new SteppedTime();
        var idle = new Idle(limit, time);
        using var stream = new SlowStream(pieces: 8, () => time.Advance(limit * 0.9));
        using HttpContent content = idle.Watched(RequestBody.Stream(stream, "text/plain"));

        await content.CopyToAsync(Stream.Null, idle.Token);

        Assert.True(stream.HasEnded);
        Assert.False(idle.Token.IsCancellationRequested);
        time.Advance(limit);
        Assert.True(idle.Token.IsCancellationRequested);
    }

    /// <summary>
    /// Calls the internal <c>IdleTimeout</c> of the runtime with a clock that the test advances. It uses reflection,
    /// because with <c>InternalsVisibleTo</c> the overrides that emitted code contains would not compile here.
    /// </summary>
    private sealed class Idle(TimeSpan limit, TimeProvider time)
    {
        private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

        private static readonly Type Type = typeof(RequestBody).Assembly.GetType("DocGen.Infrastructure.IdleTimeout",
            throwOnError: true)!;

        private readonly object _idle = Activator.CreateInstance(
            Type, Internal, null, [limit, time, CancellationToken.None, CancellationToken.None], null)!;

        public CancellationToken Token => (CancellationToken)Type.GetProperty("Token", Internal)!.GetValue(_idle)!;

        public HttpContent Watched(RequestBody body) =>
            (HttpContent)typeof(RequestBody).GetMethod("CreateContent", Internal)!
            .Invoke(body, [Type.GetMethod("Moved", Internal)!.CreateDelegate<Action>(_idle)])!;
    }

    [Fact]
    public async Task A_large_JSON_body_on_a_slow_connection_does_not_time_out()
    {
        const int Length = 3_000_000;
        const int Buffer = 64 * 1024;
        // The server reads a piece, then waits. The whole body takes longer than the time limit, but no single piece
        // does, also if the machine stops for seconds.
        RawServer server = null!;
        server = new RawServer(async (socket, stop) =>
        {
            socket.ReceiveBufferSize = Buffer;
            var buffer = new byte[Buffer];
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(600));
            int left = server.Heads[0].IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4 + Length + 2
                - server.Heads[0].Length;
            for (int due = left, count = 1; left > 0 && count > 0; left -= count)
            {
                if (left <= due)
                {
                    due -= Length / 12;
                    await timer.WaitForNextTickAsync(stop);
                }
                count = await socket.ReceiveAsync(buffer, stop);
            }
            await RawServer.Text(Ok + """{"id":"1"}""")(socket, stop);
        });
        await using RawServer _ = server;
        // Both sides have small buffers, because the client counts buffered bytes as sent.
        using SocketsHttpHandler handler = ServiceClient.CreateHandler();
        handler.ConnectCallback = static async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { SendBufferSize = Buffer };
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        };
        using var http = new HttpClient(handler);
        using TestClient client = server.CreateClient(options =>
            (options.HttpClient, options.Retry.NetworkTimeout,
                options.Retry.MaxRetries) = (http, TimeSpan.FromSeconds(5), 0));
        var request = new TestRequest(HttpMethod.Put,
            "/items/1")
        { Body = () => RequestBody.JsonValue(new string('x', Length), JsonWrite.Value) };

        Assert.Equal("1", (await client.SendAsync(request, Watchdog.Token)).Value.Id);
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task The_caller_s_token_ends_a_call_without_a_time_limit()
    {
        await using var server = new RawServer(RawServer.Silence(""));
        using TestClient client = server.CreateClient(
            options => options.Retry.NetworkTimeout = Timeout.InfiniteTimeSpan);
        using var source = new CancellationTokenSource();
        Task<Response<DriveItem>> call = client.SendAsync(TestRequest.Get(), source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private static void Impatient(ServiceClientOptions options) =>
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(1.5);

    /// <summary>A stream whose reads each take less than the time limit, but together exceed it.</summary>
    private sealed class SlowStream(int pieces, Action wait) : MemoryStream
    {
        private int _left = pieces;

        public override bool CanSeek => false;

        public bool HasEnded => _left < 0;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            wait();
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(_left-- > 0 ? 1 : 0);
        }
    }

    [Fact]
    public async Task A_cancelled_call_throws_with_the_caller_s_token()
    {
        var arrived = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, request) =>
        {
            if (request.Target.EndsWith("body", StringComparison.Ordinal))
            {
                await context.Response.Body.WriteAsync("{\"id\":"u8.ToArray());
                await context.Response.Body.FlushAsync();
            }

            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using TestClient client = server.CreateClient();
        foreach (string path in new[] { "/head", "/body" })
        {
            arrived = new TaskCompletionSource();
            using var cancellation = new CancellationTokenSource();
            Task call = client.SendAsync(TestRequest.Get(path), cancellation.Token);
            await arrived.Task.WaitAsync(Watchdog.Token);
            await cancellation.CancelAsync();

            Assert.Equal(cancellation.Token,
                (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("POST")]
    public async Task A_failure_of_the_caller_s_stream_is_rethrown_and_not_retried(string method)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200));
        using TestClient client = server.CreateClient();
        using var content = new FailingStream();
        var request = new TestRequest(new HttpMethod(method),
            "/items/1/content")
        { Body = () => RequestBody.Stream(content, "text/plain") };

        Assert.Same(content.Failure,
            await Assert.ThrowsAsync<IOException>(() => client.SendAsync(request, Watchdog.Token)));
        Assert.Equal(2, content.Reads);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("POST")]
    public async Task A_stream_that_fails_to_seek_is_not_retried(string method)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(503));
        using TestClient client = server.CreateClient();
        using var content = new StuckStream();
        var request = new TestRequest(new HttpMethod(method),
            "/items/1/content")
        { Body = () => RequestBody.Stream(content, "text/plain") };

        Assert.Same(content.Failure,
            await Assert.ThrowsAsync<IOException>(() => client.SendAsync(request, Watchdog.Token)));
        // The runtime sets the position before it sends the stream, and again to restore it.
        Assert.Equal(2, content.Sets);
    }

    [Fact]
    public async Task A_service_error_is_thrown_even_if_the_stream_fails_to_seek_back()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(409));
        using TestClient client = server.CreateClient();
        using var content = new StuckStream { FailsFrom = 2 };
        var request = new TestRequest(HttpMethod.Put,
            "/items/1/content")
        { Body = () => RequestBody.Stream(content, "text/plain") };

        await Assert.ThrowsAsync<ConflictException>(() => client.SendAsync(request, Watchdog.Token));
    }

    /// <summary>A stream that reports <c>CanSeek</c> but fails to seek, like a file on a lost network share.</summary>
    private sealed class StuckStream() : MemoryStream(new byte[100])
    {
        public IOException Failure { get; } = new("The share is gone.");

        /// <summary>The number of the first seek that fails, from 1.</summary>
        public int FailsFrom { get; init; } = 1;

        public int Sets { get; private set; }

        public override long Position
        {
            get => base.Position;
            set
            {
                if (++Sets >= FailsFrom)
                    throw Failure;
                base.Position = value;
            }
        }
    }

    /// <summary>A stream that fails from the second read on, like a file on a broken disk.</summary>
    private sealed class FailingStream() : MemoryStream(new byte[1_000_000])
    {
        public IOException Failure { get; } = new("The disk is broken.");

        public int Reads { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++Reads > 1 ? throw Failure : base.ReadAsync(buffer, cancellationToken);
    }
}
