using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Transfers;

public sealed class DownloadTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nETag: \"1\"\r\n\r\n";
    private const string Rest =
        "HTTP/1.1 206 Partial Content\r\nContent-Length: 6\r\nContent-Range: bytes 4-9/10\r\nETag: \"1\"\r\n\r\n456789";

    [Fact]
    public async Task A_download_whose_connection_breaks_is_resumed()
    {
        await using var server = new RawServer(RawServer.Reset(Ok + "0123"), RawServer.Text(Rest));
        using TestClient client = server.CreateClient();

        Assert.Equal("0123456789", await ReadAsync(client));
        Assert.Equal(2, server.Heads.Count);
        Assert.Contains("\r\nRange: bytes=4-9\r\n", server.Heads[1], StringComparison.Ordinal);
        Assert.Contains("\r\nIf-Range: \"1\"\r\n", server.Heads[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_stalls_is_resumed()
    {
        await using var server = new RawServer(RawServer.Silence(Ok + "0123"), RawServer.Text(Rest));
        using TestClient client = server.CreateClient(
            options => options.Retry.NetworkTimeout = TimeSpan.FromSeconds(1.5));

        Assert.Equal("0123456789", await ReadAsync(client));
    }

    [Fact]
    public async Task A_slow_but_steady_download_does_not_time_out()
    {
        await using var server = new RawServer(RawServer.Drip(Ok + "0123456789"));
        using TestClient client = server.CreateClient();

        Assert.Equal("0123456789", await ReadAsync(client));
        Assert.Single(server.Heads);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nETag: \"2\"\r\n\r\nabcdefghij")]
    [InlineData(
        "HTTP/1.1 206 Partial Content\r\nContent-Length: 6\r\nContent-Range: bytes 4-9/10\r\nETag: \"2\"\r\n\r\n" +
        "efghij")]
    [InlineData(
        "HTTP/1.1 206 Partial Content\r\nContent-Length: 6\r\nContent-Range: bytes 3-8/10\r\nETag: \"1\"\r\n\r\n" +
        "345678")]
    [InlineData(
        "HTTP/1.1 206 Partial Content\r\nContent-Length: 7\r\nContent-Range: bytes 4-10/11\r\nETag: \"1\"\r\n\r\n" +
        "456789x")]
    public async Task Content_that_changed_before_it_was_resumed_is_an_error(string second)
    {
        await using var server = new RawServer(RawServer.Reset(Ok + "0123"), RawServer.Text(second));
        using TestClient client = server.CreateClient();
        ApiException error = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(client));

        Assert.Contains("changed while it was downloaded", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nETag: W/\"1\"\r\n\r\n0123")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nETag: \"1\"\r\n\r\n4\r\n0123\r\n")]
    public async Task A_download_without_a_strong_ETag_and_a_length_is_not_resumed(string first)
    {
        await using var server = new RawServer(RawServer.Text(first));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAsync<HttpIOException>(() => ReadAsync(client));
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task Downloads_request_content_without_compression()
    {
        await using var content = new RawServer(RawServer.Reset(Ok + "0123"), RawServer.Text(Rest));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", new Uri(content.Root, "/signed").AbsoluteUri)));
        using TestClient client = server.CreateClient();

        Assert.Equal("0123456789", await ReadAsync(client));
        Assert.All(server.Requests, request => Assert.Equal("identity", request.Header("Accept-Encoding")));
        Assert.All(content.Heads,
            head => Assert.Contains("\r\nAccept-Encoding: identity\r\n", head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compressed_content_is_resumed_by_the_offset_of_its_compressed_bytes()
    {
        byte[] gzip = Gzip(Plain);
        await using var server = new RawServer(
            RawServer.Text(GzipHead("200 OK", gzip.Length) + Latin1(gzip[..300])),
            RawServer.Text(GzipHead("206 Partial Content", gzip.Length - 300,
                $"Content-Range: bytes 300-{gzip.Length - 1}/{gzip.Length}\r\n") + Latin1(gzip[300..])));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);

        Assert.Equal((null, null, null),
            (response.ContentLength, response.Headers["Content-Encoding"], response.Headers["Content-Length"]));
        Assert.Equal(Plain, await new StreamReader(response.Content).ReadToEndAsync(Watchdog.Token));
        Assert.Contains($"\r\nRange: bytes=300-{gzip.Length - 1}\r\n", server.Heads[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("8 bytes.")]
    [InlineData(Plain)]
    public async Task Gzip_content_of_any_length_and_any_number_of_members_is_read_completely(string text)
    {
        foreach (byte[] gzip in new[] { Gzip(text), [.. Gzip(text), .. Gzip("")],
            [.. Gzip(text[..(text.Length / 2)]), .. Gzip(text[(text.Length / 2)..])] })
        {
            await using var server = new RawServer(RawServer.Text(GzipHead("200 OK", gzip.Length) + Latin1(gzip)));
            using TestClient client = server.CreateClient();

            Assert.Equal(text, await ReadAsync(client));
            await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);
            var bytes = new List<byte>();
            for (var one = new byte[1]; await response.Content.ReadAsync(one, Watchdog.Token) > 0;)
                bytes.Add(one[0]);
            Assert.Equal(text, Latin1([.. bytes]));
        }
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.5, false)]
    [InlineData(-1, true)]
    [InlineData(-8, true)]
    [InlineData(-9, false)]
    [InlineData(3, true)]
    [InlineData(0, false)]
    public async Task Truncated_gzip_content_is_an_error_even_if_the_connection_ends_normally(double cut,
        bool hasLength)
    {
        byte[] gzip = Gzip(Plain);
        gzip = gzip[..(cut is > 0 and < 1 ? (int)(gzip.Length * cut) : cut < 0 ? gzip.Length + (int)cut : (int)cut)];
        await using var server = new RawServer(
            RawServer.Text(GzipHead("200 OK", hasLength ? gzip.Length : null) + Latin1(gzip)));
        using TestClient client = server.CreateClient(options => options.Retry.MaxRetries = 0);

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(client));
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task A_caller_that_sets_Accept_Encoding_gets_the_encoded_bytes()
    {
        byte[] gzip = Gzip(Plain);
        await using var server = new RawServer(RawServer.Text(GzipHead("200 OK", gzip.Length) + Latin1(gzip)));
        using TestClient client = server.CreateClient();
        var request = new DownloadRequest("/a");
        request.Headers["Accept-Encoding"] = "gzip";
        await using StreamResponse response = await client.SendAsync(request, Watchdog.Token);
        using var target = new MemoryStream();
        await response.CopyToAsync(target, cancellationToken: Watchdog.Token);

        Assert.Equal(gzip, target.ToArray());
        Assert.Equal((gzip.Length, "gzip"), (response.ContentLength, response.Headers["Content-Encoding"]));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx", null)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: 1\r\n\r\nx", null)]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Encoding: gzip\r\nContent-Range: bytes 0-0/9\r\nContent-Length: 1\r\n\r\nx",
        "bytes=0-0")]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Range: bytes 0-9/20\r\nContent-Length: 10\r\n\r\n0123456789", null)]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Range: bytes 0-9/20\r\nContent-Length: 10\r\n\r\n0123456789",
        "bytes=10-19")]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Range: bytes 5-9/20\r\nContent-Length: 5\r\n\r\n56789", "bytes=5-14")]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Range: bytes 5-9/20\r\nContent-Length: 5\r\n\r\n56789", "bytes=5-")]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Range: bytes 5-19/20\r\nContent-Length: 15\r\n\r\n567890123456789",
        "bytes=5-9")]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Range: bytes 0-9/20\r\nContent-Length: 10\r\n\r\n0123456789", "bytes=-10")]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Range: bytes 5-19/20\r\nContent-Length: 15\r\n\r\n567890123456789",
        "bytes=-10")]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Range: bytes 0-9/20\r\nContent-Length: 9\r\n\r\n012345678", "bytes=0-9")]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Range: items 0-9/20\r\nContent-Length: 10\r\n\r\n0123456789", "bytes=0-9")]
    [InlineData(
        "HTTP/1.1 206 OK\r\nContent-Range: bytes 0-9223372036854775807/*\r\nContent-Length: 10\r\n\r\n0123456789",
        "bytes=0-")]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Range: nonsense\r\nContent-Length: 10\r\n\r\n0123456789", "bytes=0-9")]
    [InlineData("HTTP/1.1 206 OK\r\nContent-Length: 10\r\n\r\n0123456789", "bytes=0-9")]
    public async Task A_range_or_an_encoding_that_was_not_requested_is_an_error(string answer, string? range)
    {
        await using var server = new RawServer(RawServer.Text(answer));
        using TestClient client = server.CreateClient();
        var request = new DownloadRequest("/a");
        request.Headers["Range"] = range;
        ApiException error = await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(request, Watchdog.Token));

        Assert.Contains("requested", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Heads);
    }

    [Theory]
    [InlineData("bytes 0-9/20", "bytes=0-9")]
    [InlineData("bytes 0-9/10", "bytes=0-99")]
    [InlineData("bytes 0-9/*", "bytes=0-99")]
    [InlineData("bytes 10-19/20", "bytes=10-")]
    [InlineData("bytes 10-19/20", "bytes=-10")]
    [InlineData("bytes 0-9/10", "bytes=-99")]
    public async Task A_requested_range_is_read_with_or_without_a_length(string part, string range)
    {
        foreach (string body in new[] { "Content-Length: 10\r\n\r\n0123456789",
            "Transfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n" })
        {
            await using var server = new RawServer(
                RawServer.Text($"HTTP/1.1 206 OK\r\nContent-Range: {part}\r\n{body}"));
            using TestClient client = server.CreateClient();
            var request = new DownloadRequest("/a");
            request.Headers["Range"] = range;
            await using StreamResponse response = await client.SendAsync(request, Watchdog.Token);

            Assert.Equal("0123456789", await new StreamReader(response.Content).ReadToEndAsync(Watchdog.Token));
        }
    }

    [Fact]
    public async Task A_range_without_a_length_is_checked_against_its_Content_Range()
    {
        await using var server = new RawServer(
            RawServer.Text(
                "HTTP/1.1 206 OK\r\nContent-Range: bytes 0-9/20\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n" +
                "0\r\n\r\n"));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a").WithRange(0, 9),
            Watchdog.Token);

        await Assert.ThrowsAsync<HttpIOException>(
            () => response.CopyToAsync(Stream.Null, cancellationToken: Watchdog.Token));
    }

    [Theory]
    [InlineData("304 Not Modified", "GET")]
    [InlineData("204 No Content", "GET")]
    [InlineData("200 OK", "HEAD")]
    public async Task A_response_without_content_is_empty_for_any_Content_Length(string status, string method)
    {
        await using var server = new RawServer(RawServer.Text(
            $"HTTP/1.1 {status}\r\nETag: \"1\"\r\nContent-Length: 1000\r\n\r\n"));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a", method), Watchdog.Token);
        using var target = new MemoryStream();
        await response.CopyToAsync(target, cancellationToken: Watchdog.Token);

        Assert.Equal((0, "\"1\""), (target.Length, response.Headers.ETag));
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task A_very_large_Content_Length_is_not_ignored()
    {
        await using var server = new RawServer(
            RawServer.Text("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n0123"));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAnyAsync<IOException>(() => ReadAsync(client));
    }

    [Theory]
    [InlineData("Content-Range: bytes 4-9/10\r\nContent-Length: 9\r\n\r\n456789xxx", false)]
    [InlineData("Content-Range: bytes 4-9/99\r\nContent-Length: 6\r\n\r\n456789", false)]
    [InlineData("Content-Range: bytes 4-9/10\r\nContent-Encoding: gzip\r\nContent-Length: 6\r\n\r\n456789", false)]
    [InlineData("Content-Range: bytes 4-9/10\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n456789xxx\r\n0\r\n\r\n", false)]
    [InlineData("Content-Range: bytes 4-9/*\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n456789\r\n0\r\n\r\n", true)]
    // The connection breaks after the last byte.
    [InlineData("Content-Range: bytes 4-9/10\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n456789\r\n", true)]
    public async Task A_resumed_download_never_returns_more_than_was_announced(string rest, bool isGood)
    {
        await using var server = new RawServer(
            RawServer.Reset(Ok + "0123"), RawServer.Text("HTTP/1.1 206 Partial Content\r\nETag: \"1\"\r\n" + rest));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);
        using var target = new MemoryStream();
        Exception? error = await Record.ExceptionAsync(
            () => response.CopyToAsync(target, cancellationToken: Watchdog.Token));

        Assert.Equal(isGood, error is null);
        Assert.StartsWith(Latin1(target.ToArray()), "0123456789", StringComparison.Ordinal);
        Assert.Equal(2, server.Heads.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disposing_during_a_read_ends_it_and_sends_nothing_more(bool isCompressed)
    {
        byte[] gzip = Gzip(Plain);
        string begin = isCompressed ? GzipHead("200 OK", gzip.Length) + Latin1(gzip[..^20]) : Ok + "0123";
        await using var server = new RawServer(RawServer.Silence(begin), RawServer.Text(Rest));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);
        Task read = response.CopyToAsync(Stream.Null, new Recorded<long>(), Watchdog.Token);
        await response.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => read.WaitAsync(Watchdog.Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => response.Content.ReadExactlyAsync(new byte[10], Watchdog.Token).AsTask());
        response.Dispose();
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task Disposing_while_a_download_is_resumed_ends_it()
    {
        var asked = new TaskCompletionSource();
        await using var server = new RawServer(RawServer.Reset(Ok + "0123"), async (_, stop) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
        });
        using TestClient client = server.CreateClient();
        StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);
        Task read = response.CopyToAsync(Stream.Null, cancellationToken: Watchdog.Token);
        await asked.Task.WaitAsync(Watchdog.Token);
        response.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => read.WaitAsync(Watchdog.Token));
        Assert.Equal(2, server.Heads.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_cancelled_read_the_content_is_resumed_or_is_an_error(bool canResume)
    {
        string head = canResume ? Ok : "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n";
        await using var server = new RawServer(RawServer.Silence(head + "0123"), RawServer.Text(Rest));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);
        var bytes = new byte[10];
        await response.Content.ReadExactlyAsync(bytes.AsMemory(0, 4), Watchdog.Token);
        using var cancellation = new CancellationTokenSource();
        ValueTask<int> read = response.Content.ReadAsync(bytes, cancellation.Token);
        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token,
            (await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await read)).CancellationToken);
        if (canResume)
            Assert.Equal("456789", await new StreamReader(response.Content).ReadToEndAsync(Watchdog.Token));
        else
            await Assert.ThrowsAsync<IOException>(
                () => response.Content.ReadExactlyAsync(bytes, Watchdog.Token).AsTask());
    }

    [Fact]
    public async Task Breaks_without_progress_are_retried_a_limited_number_of_times()
    {
        await using var server = new RawServer(
            RawServer.Reset(Ok + "0123"),
            RawServer.Reset(
                "HTTP/1.1 206 Partial Content\r\nContent-Length: 6\r\nContent-Range: bytes 4-9/10\r\n" +
                "ETag: \"1\"\r\n\r\n"));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(client));
        Assert.InRange(server.Heads.Count, 4, 16);
    }

    [Fact]
    public async Task Progress_resets_the_retry_limits()
    {
        const string Content = "0123456789";
        Func<System.Net.Sockets.Socket, CancellationToken, Task>[] answers =
        [
            RawServer.Text(Ok + "0"),
            .. Enumerable.Range(1, 9).Select(i => RawServer.Text(
                $"HTTP/1.1 206 Partial Content\r\nContent-Length: {10 - i}\r\nContent-Range: bytes {i}-9/10\r\n" +
                $"ETag: \"1\"\r\n\r\n{Content[i]}")),
        ];
        await using var server = new RawServer(answers);
        // The nine delays together exceed the limit of one call.
        using TestClient client = server.CreateClient(options => options.Retry.MaxTotalDelay = TimeSpan.FromSeconds(2));

        Assert.Equal(Content, await ReadAsync(client));
        Assert.Equal(10, server.Heads.Count);
    }

    [Fact]
    public async Task WithRange_requests_a_range_and_the_response_has_its_Content_Range()
    {
        await using var server = new RawServer(
            RawServer.Text(
                "HTTP/1.1 206 Partial Content\r\nContent-Length: 4\r\nContent-Range: bytes 2-5/10\r\n" +
                "ETag: \"1\"\r\n\r\n23"),
            RawServer.Text(
                "HTTP/1.1 206 Partial Content\r\nContent-Length: 2\r\nContent-Range: bytes 4-5/10\r\n" +
                "ETag: \"1\"\r\n\r\n45"));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a").WithRange(2, 5, "\"1\""),
            Watchdog.Token);

        Assert.Equal((206, 4), (response.Status, response.ContentLength));
        Assert.Equal(new ContentRangeHeaderValue(2, 5, 10), response.ContentRange);
        Assert.Equal("2345", await new StreamReader(response.Content).ReadToEndAsync());
        Assert.Contains("\r\nRange: bytes=2-5\r\n", server.Heads[0], StringComparison.Ordinal);
        Assert.Contains("\r\nIf-Range: \"1\"\r\n", server.Heads[0], StringComparison.Ordinal);
        Assert.Contains("\r\nRange: bytes=4-5\r\n", server.Heads[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_of_changed_content_returns_the_whole_content()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, "whole", ("ETag", "\"2\"")));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(
            new DownloadRequest("/a").WithRange(2, ifETag: "\"1\""), Watchdog.Token);

        Assert.Equal(("bytes=2-", "\"1\""),
            (server.Requests[0].Header("Range"), server.Requests[0].Header("If-Range")));
        Assert.Equal((200, null, "\"2\""), (response.Status, response.ContentRange, response.Headers.ETag));
    }

    [Fact]
    public async Task A_resumed_download_repeats_the_redirect_and_sends_credentials_only_to_the_service()
    {
        await using var content = new RawServer(RawServer.Reset(Ok + "0123"), RawServer.Text(Rest));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", new Uri(content.Root, "/signed?signature=1").AbsoluteUri)));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));

        Assert.Equal("0123456789", await ReadAsync(client));
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal("Bearer t", request.Header("Authorization")));
        Assert.All(content.Heads,
            head => Assert.DoesNotContain("Authorization", head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task CopyToAsync_reports_progress()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, new string('x', 200_000)));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);
        using var target = new MemoryStream();
        var progress = new Recorded<long>();
        await response.CopyToAsync(target, progress, Watchdog.Token);

        Assert.Equal(200_000, target.Length);
        Assert.Equal(200_000, progress.Values[^1]);
        Assert.Equal(progress.Values.Order(), progress.Values);
    }

    [Fact]
    public async Task Content_can_be_read_synchronously()
    {
        await using var server = new RawServer(RawServer.Reset(Ok + "0123"), RawServer.Text(Rest));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);
        var bytes = new byte[10];
        response.Content.ReadExactly(bytes, 0, 10);

        Assert.Equal("0123456789"u8.ToArray(), bytes);
        Assert.Equal((true, false, false),
            (response.Content.CanRead, response.Content.CanSeek, response.Content.CanWrite));
    }

    private const string Plain =
        "Content of some length, whose bytes are not all the same: 0123456789 abcdefghijklmnopqrstuvwxyz, " +
        "the quick brown fox jumps over the lazy dog; Sphinx of black quartz, judge my vow; pack my box with five " +
        "dozen liquor jugs; " +
        "how vexingly quick daft zebras jump; jived fox nymph grabs quick waltz; glib jocks quiz nymph to vex " +
        "dwarf; two driven jocks " +
        "help fax my big quiz; the five boxing wizards jump quickly; amazingly few discotheques provide jukeboxes; " +
        "a wizard's job is " +
        "to vex chumps quickly in fog; watch Jeopardy, Alex Trebek's fun TV quiz game; by Jove, my quick study of " +
        "lexicography won a prize.";

    private static byte[] Gzip(string text)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(Encoding.Latin1.GetBytes(text));
        // GZipStream writes nothing for empty input.
        return compressed.ToArray();
    }

    private static string GzipHead(string status, int? length, string more = "") =>
        $"HTTP/1.1 {status}\r\nContent-Encoding: gzip\r\nETag: \"1\"\r\n" +
        $"{more}{(length is null ? "Connection: close\r\n" : $"Content-Length: {length}\r\n")}\r\n";

    private static string Latin1(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static async Task<string> ReadAsync(TestClient client)
    {
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);
        using var target = new MemoryStream();
        await response.CopyToAsync(target, cancellationToken: Watchdog.Token);
        return Encoding.Latin1.GetString(target.ToArray());
    }
}
