using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Transfers;

public sealed class DownloadTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nETag: \"1\"\r\n\r\n";
    private const string Rest = "HTTP/1.1 206 Partial Content\r\nContent-Length: 6\r\nContent-Range: bytes 4-9/10\r\nETag: \"1\"\r\n\r\n456789";

    [Fact]
    public async Task A_download_that_breaks_off_goes_on_where_it_was()
    {
        await using var server = new RawServer(RawServer.Reset(Ok + "0123"), RawServer.Text(Rest));
        using TestClient client = server.CreateClient();

        Assert.Equal("0123456789", await ReadAsync(client));
        Assert.Equal(2, server.Heads.Count);
        Assert.Contains("\r\nRange: bytes=4-9\r\n", server.Heads[1], StringComparison.Ordinal);
        Assert.Contains("\r\nIf-Range: \"1\"\r\n", server.Heads[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_falls_silent_goes_on_where_it_was()
    {
        await using var server = new RawServer(RawServer.Silence(Ok + "0123"), RawServer.Text(Rest));
        using TestClient client = server.CreateClient(options => options.Retry.NetworkTimeout = TimeSpan.FromSeconds(1.5));

        Assert.Equal("0123456789", await ReadAsync(client));
    }

    [Fact]
    public async Task A_download_that_drips_is_not_broken_off()
    {
        await using var server = new RawServer(RawServer.Drip(Ok + "0123456789"));
        using TestClient client = server.CreateClient();

        Assert.Equal("0123456789", await ReadAsync(client));
        Assert.Single(server.Heads);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nETag: \"2\"\r\n\r\nabcdefghij")]
    [InlineData("HTTP/1.1 206 Partial Content\r\nContent-Length: 6\r\nContent-Range: bytes 4-9/10\r\nETag: \"2\"\r\n\r\nefghij")]
    [InlineData("HTTP/1.1 206 Partial Content\r\nContent-Length: 6\r\nContent-Range: bytes 3-8/10\r\nETag: \"1\"\r\n\r\n345678")]
    [InlineData("HTTP/1.1 206 Partial Content\r\nContent-Length: 7\r\nContent-Range: bytes 4-10/11\r\nETag: \"1\"\r\n\r\n456789x")]
    public async Task Content_that_changed_meanwhile_is_an_error_and_never_a_mixture(string second)
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
    public async Task Without_a_strong_tag_and_a_length_a_break_is_an_error(string first)
    {
        await using var server = new RawServer(RawServer.Text(first));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAsync<HttpIOException>(() => ReadAsync(client));
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task Compressed_content_whose_bytes_are_others_is_not_resumed()
    {
        var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(new byte[100_000]);
        byte[] bytes = compressed.ToArray();
        string body = Encoding.Latin1.GetString(bytes[..^20]);
        await using var server = new RawServer(RawServer.Text(
            $"HTTP/1.1 200 OK\r\nContent-Length: {bytes.Length}\r\nContent-Encoding: gzip\r\nETag: \"1\"\r\n\r\n{body}"));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAnyAsync<IOException>(() => ReadAsync(client));
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task Breaks_without_headway_come_to_an_end()
    {
        await using var server = new RawServer(
            RawServer.Reset(Ok + "0123"),
            RawServer.Reset("HTTP/1.1 206 Partial Content\r\nContent-Length: 6\r\nContent-Range: bytes 4-9/10\r\nETag: \"1\"\r\n\r\n"));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync(client));
        Assert.InRange(server.Heads.Count, 4, 16);
    }

    [Fact]
    public async Task Each_break_after_headway_is_a_first_one()
    {
        const string Content = "0123456789";
        Func<System.Net.Sockets.Socket, CancellationToken, Task>[] answers =
        [
            RawServer.Text(Ok + "0"),
            .. Enumerable.Range(1, 9).Select(i => RawServer.Text(
                $"HTTP/1.1 206 Partial Content\r\nContent-Length: {10 - i}\r\nContent-Range: bytes {i}-9/10\r\nETag: \"1\"\r\n\r\n{Content[i]}")),
        ];
        await using var server = new RawServer(answers);
        using TestClient client = server.CreateClient();

        Assert.Equal(Content, await ReadAsync(client));
        Assert.Equal(10, server.Heads.Count);
    }

    [Fact]
    public async Task A_part_can_be_asked_for_and_says_which_it_is()
    {
        await using var server = new RawServer(
            RawServer.Text("HTTP/1.1 206 Partial Content\r\nContent-Length: 4\r\nContent-Range: bytes 2-5/10\r\nETag: \"1\"\r\n\r\n23"),
            RawServer.Text("HTTP/1.1 206 Partial Content\r\nContent-Length: 2\r\nContent-Range: bytes 4-5/10\r\nETag: \"1\"\r\n\r\n45"));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a").WithRange(2, 5, "\"1\""), Watchdog.Token);

        Assert.Equal((206, 4), (response.Status, response.ContentLength));
        Assert.Equal(new ContentRangeHeaderValue(2, 5, 10), response.ContentRange);
        Assert.Equal("2345", await new StreamReader(response.Content).ReadToEndAsync());
        Assert.Contains("\r\nRange: bytes=2-5\r\n", server.Heads[0], StringComparison.Ordinal);
        Assert.Contains("\r\nIf-Range: \"1\"\r\n", server.Heads[0], StringComparison.Ordinal);
        Assert.Contains("\r\nRange: bytes=4-5\r\n", server.Heads[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_content_that_is_no_longer_the_same_comes_whole()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "whole", ("ETag", "\"2\"")));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a").WithRange(2, ifETag: "\"1\""), Watchdog.Token);

        Assert.Equal(("bytes=2-", "\"1\""), (server.Requests[0].Header("Range"), server.Requests[0].Header("If-Range")));
        Assert.Equal((200, null, "\"2\""), (response.Status, response.ContentRange, response.Headers.ETag));
    }

    [Fact]
    public async Task A_resumed_download_goes_through_its_own_address_again_and_gets_credentials_only_there()
    {
        await using var content = new RawServer(RawServer.Reset(Ok + "0123"), RawServer.Text(Rest));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", new Uri(content.Root, "/signed?signature=1").AbsoluteUri)));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));

        Assert.Equal("0123456789", await ReadAsync(client));
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal("Bearer t", request.Header("Authorization")));
        Assert.All(content.Heads, head => Assert.DoesNotContain("Authorization", head, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_copy_tells_how_far_it_is()
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
    public async Task Content_can_be_read_without_tasks()
    {
        await using var server = new RawServer(RawServer.Reset(Ok + "0123"), RawServer.Text(Rest));
        using TestClient client = server.CreateClient();
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);
        var bytes = new byte[10];
        response.Content.ReadExactly(bytes, 0, 10);

        Assert.Equal("0123456789"u8.ToArray(), bytes);
        Assert.Equal((true, false, false), (response.Content.CanRead, response.Content.CanSeek, response.Content.CanWrite));
    }

    private static async Task<string> ReadAsync(TestClient client)
    {
        await using StreamResponse response = await client.SendAsync(new DownloadRequest("/a"), Watchdog.Token);
        using var target = new MemoryStream();
        await response.CopyToAsync(target, cancellationToken: Watchdog.Token);
        return Encoding.Latin1.GetString(target.ToArray());
    }
}
