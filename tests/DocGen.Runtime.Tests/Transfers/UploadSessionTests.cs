using System.Text;
using System.Text.Json.Nodes;
using DocGen.Runtime.Tests.Support;
using DocGen.Soak;
using Microsoft.AspNetCore.Http;
using AdvancingTime = DocGen.Runtime.Tests.Support.AdvancingTime;

namespace DocGen.Runtime.Tests.Transfers;

// The soak counts the open streams of the whole process, so these tests must not run at the same time.
[Collection(nameof(PatternStream))]
public sealed class UploadSessionTests
{
    private const int Unit = UploadOptions.RangeUnit;
    private static readonly UploadOptions OneUnit = new() { RangeSize = Unit };
    private static readonly Answer Created = new(200,
        """{"uploadUrl":"/up/1?signature=secret","nextExpectedRanges":["0-"]}""");
    private static readonly Answer Item = new(201, """{"id":"7"}""", ("ETag", "\"1\""));

    [Fact]
    public async Task Ranges_are_sent_in_order_and_the_last_returns_the_item()
    {
        byte[] content = Bytes(2 * Unit + 100);
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created, Missing($"{Unit}-"),
            Missing($"{2 * Unit}-"), Item);
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        var progress = new Recorded<long>();
        using var stream = new MemoryStream(content);
        Response<JsonObject> response = await session.UploadAsync(stream, progress, OneUnit, Watchdog.Token);

        JsonObject item = response;
        Assert.Equal("7", (string?)item["id"]);
        Assert.Equal((201, "\"1\""), (response.Status, response.Headers.ETag));
        ReceivedRequest[] puts = [.. server.Requests.Skip(1)];
        Assert.All(puts, put => Assert.Equal(("PUT", "/v1.0/up/1?signature=secret"), (put.Method, put.Target)));
        Assert.Equal(
            [$"bytes 0-{Unit - 1}/{content.Length}", $"bytes {Unit}-{2 * Unit - 1}/{content.Length}",
                $"bytes {2 * Unit}-{content.Length - 1}/{content.Length}"],
            puts.Select(put => put.Header("Content-Range")));
        Assert.Equal(content, puts.SelectMany(put => put.Body));
        Assert.Equal([0, Unit, 2 * Unit, content.Length], progress.Values);
    }

    [Fact]
    public async Task A_session_wrapped_in_a_value_member_is_read()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":{"@odata.type":"#s","uploadUrl":"/up/2"}}"""),
            new Answer(202, """{"value":{"nextExpectedRanges":["5-"]}}"""), Item);
        using TestClient client = server.CreateClient();
        using var stream = new MemoryStream(Bytes(10));
        await (await CreateAsync(client)).UploadAsync(stream, cancellationToken: Watchdog.Token);

        Assert.Equal(("/v1.0/up/2", "bytes 5-9/10"),
            (server.Requests[2].Target, server.Requests[2].Header("Content-Range")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-Unit)]
    [InlineData(Unit + 1)]
    [InlineData(60 * 1024 * 1024)]
    public void A_range_size_must_be_a_multiple_of_320_KiB_and_under_60_MiB(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new UploadOptions { RangeSize = size });

    [Fact]
    public void The_default_and_the_maximum_range_size_are_valid()
    {
        Assert.Equal(5 * 1024 * 1024, new UploadOptions().RangeSize);
        Assert.Equal(191 * Unit, new UploadOptions { RangeSize = 191 * Unit }.RangeSize);
    }

    [Fact]
    public async Task Open_and_closed_ranges_in_any_order_determine_the_next_range()
    {
        byte[] content = Bytes(3000);
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            Created, Missing("2000-", "100-199", "0-49"), Missing("2000-2999", "100-199"), Missing("2000"), Item);
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream(content);
        await session.UploadAsync(stream, null, OneUnit, Watchdog.Token);

        Assert.Equal(
            ["bytes 0-2999/3000", "bytes 0-49/3000", "bytes 100-199/3000", "bytes 2000-2999/3000"],
            server.Requests.Skip(1).Select(put => put.Header("Content-Range")));
        Assert.Equal(content[100..200], server.Requests[3].Body);
    }

    [Theory]
    [InlineData("""{"nextExpectedRanges":"100"}""")]
    [InlineData("""{"nextExpectedRanges":[100]}""")]
    [InlineData("""{"nextExpectedRanges":["100-"]}""")]
    [InlineData("""{"nextExpectedRanges":["150-","100-170"]}""")]
    public async Task An_expected_range_can_be_a_start_only_and_ranges_can_overlap(string state)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created, new Answer(202, state), Item);
        using TestClient client = server.CreateClient();
        using var stream = new MemoryStream(Bytes(200));
        await (await CreateAsync(client)).UploadAsync(stream, cancellationToken: Watchdog.Token);

        Assert.Equal("bytes 100-199/200", server.Requests[2].Header("Content-Range"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"nextExpectedRanges":[]}""")]
    public async Task A_session_that_lists_no_ranges_has_received_the_ranges_that_it_accepted(string state)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created, new Answer(202, state), Item);
        using TestClient client = server.CreateClient();
        using var stream = new MemoryStream(Bytes(Unit + 5));
        await (await CreateAsync(client)).UploadAsync(stream, null, OneUnit, Watchdog.Token);

        Assert.Equal($"bytes {Unit}-{Unit + 4}/{Unit + 5}", server.Requests[2].Header("Content-Range"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(416)]
    [InlineData(0)]
    [InlineData(202)]
    public async Task After_a_failed_range_the_upload_requests_the_session_status_and_resumes(int status)
    {
        byte[] content = Bytes(Unit + 100);
        int next = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => ++next switch
        {
            1 => Created.WriteAsync(context),
            2 when status == 0 => Abort(context),
            2 => new Answer(status, "<html>").WriteAsync(context),
            3 => new Answer(200, """{"nextExpectedRanges":["300-"]}""").WriteAsync(context),
            _ => Item.WriteAsync(context),
        });
        using TestClient client = server.CreateClient();
        using var stream = new ForwardOnlyStream(content);
        await (await CreateAsync(client))
            .UploadAsync(stream, null, new UploadOptions { RangeSize = 2 * Unit, Length = content.Length },
                Watchdog.Token);

        Assert.Equal(["POST", "PUT", "GET", "PUT"], server.Requests.Select(request => request.Method));
        Assert.Equal($"bytes 300-{content.Length - 1}/{content.Length}", server.Requests[3].Header("Content-Range"));
        Assert.Equal(content[300..], server.Requests[3].Body);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Sun, 17 May 2026 08:00:07 GMT")]
    public async Task A_throttled_range_waits_for_its_Retry_After_delay(string retryAfter)
    {
        var time = new AdvancingTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            Created, new Answer(429, null, ("Retry-After", retryAfter)),
            new Answer(200, """{"nextExpectedRanges":["0-"]}"""), Item);
        using TestClient client = server.CreateClient(options => options.TimeProvider = time);
        using var stream = new MemoryStream(Bytes(10));
        await (await CreateAsync(client)).UploadAsync(stream, cancellationToken: Watchdog.Token);

        Assert.Equal([TimeSpan.FromSeconds(7)], time.Delays);
    }

    [Fact]
    public async Task Attempts_without_progress_are_limited()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) => request.Method switch
        {
            "POST" => Created.WriteAsync(context),
            "GET" => Missing("0-").WriteAsync(context),
            _ => new Answer(500).WriteAsync(context),
        });
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream(Bytes(10));

        Assert.Equal(500,
            (await Assert.ThrowsAsync<ApiException>(
                () => session.UploadAsync(stream, cancellationToken: Watchdog.Token))).Status);
        Assert.Equal(4, server.Requests.Count(request => request.Method == "PUT"));
        Assert.Equal(0, stream.Position);
    }

    [Fact]
    public async Task Attempts_with_progress_are_not_limited()
    {
        int arrived = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) => request.Method switch
        {
            "POST" => Created.WriteAsync(context),
            "GET" => Missing($"{arrived}-").WriteAsync(context),
            _ when ++arrived == 20 => Item.WriteAsync(context),
            _ => Abort(context),
        });
        using TestClient client = server.CreateClient();
        using var stream = new MemoryStream(Bytes(20));

        Assert.True((await (await CreateAsync(client))
            .UploadAsync(stream, cancellationToken: Watchdog.Token)).HasValue);
        Assert.Equal(20, server.Requests.Count(request => request.Method == "PUT"));
    }

    [Fact]
    public async Task A_session_that_requests_the_same_ranges_forever_is_an_error_and_not_an_endless_loop()
    {
        await using LoopbackServer same = await LoopbackServer.StartAsync(Created, Missing("0-"));
        int next = 0;
        await using LoopbackServer turns = await LoopbackServer.StartAsync((context, request) =>
            (request.Method == "POST" ? Created : Missing(++next % 2 == 0 ? "0-9" : "10-19")).WriteAsync(context));
        foreach (LoopbackServer server in new[] { same, turns })
        {
            using TestClient client = server.CreateClient();
            using var stream = new MemoryStream(Bytes(20));
            CreateSessionResponse session = await CreateAsync(client);
            ApiException error = await Assert.ThrowsAsync<ApiException>(
                () => session.UploadAsync(stream, cancellationToken: Watchdog.Token));
            Assert.Contains("repeatedly", error.Message, StringComparison.Ordinal);
        }
        Assert.Equal(5, same.Requests.Count);
    }

    [Theory]
    [InlineData(200, """{"nextExpectedRanges":[]}""")]
    [InlineData(202, """{"nextExpectedRanges":[]}""")]
    [InlineData(202, """{"nextExpectedRanges":["{2}-"]}""")]
    [InlineData(200, """{"nextExpectedRanges":["{2}-"]}""")]
    [InlineData(202, """{"nextExpectedRanges":["{1}-{2}"]}""")]
    public async Task Ranges_that_a_session_wrongly_claims_to_have_are_sent(int status, string claim)
    {
        byte[] content = Bytes(5 * Unit);
        claim = claim.Replace("{1}", $"{Unit}", StringComparison.Ordinal)
            .Replace("{2}", $"{2 * Unit}", StringComparison.Ordinal);
        var arrived = new SortedDictionary<long, byte[]>();
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) =>
        {
            if (request.Method == "POST")
                return Created.WriteAsync(context);
            arrived[From(request)] = request.Body;
            long count = arrived.Values.Sum(static range => (long)range.Length);
            return (count >= content.Length ? Item : count == Unit ? new Answer(status, claim) : new Answer(202))
                .WriteAsync(context);
        });
        using TestClient client = server.CreateClient();
        using var stream = new MemoryStream(content);
        Response<JsonObject> response = await (await CreateAsync(client))
            .UploadAsync(stream, null, OneUnit, Watchdog.Token);

        Assert.True(response.HasValue);
        Assert.Equal(content, Assembled(arrived, content.Length));
    }

    [Theory]
    [InlineData(201, """{"id":"7","nextExpectedRanges":[]}""")]
    [InlineData(200, """{"id":"7"}""")]
    [InlineData(204, "")]
    [InlineData(203, """{"id":"7"}""")]
    [InlineData(206, "")]
    [InlineData(304, "")]
    [InlineData(201, """{"id":"7","nextExpectedRanges":["999999999-"]}""")]
    [InlineData(200, """{"nextExpectedRanges":["999999999-"]}""")]
    [InlineData(202, """{"nextExpectedRanges":["9223372036854775807-"]}""")]
    public async Task A_session_that_ends_too_early_or_requests_a_range_past_the_end_is_an_error(int status,
        string answer)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) => request.Method switch
        {
            "POST" => Created.WriteAsync(context),
            "GET" => Missing($"{Unit}-").WriteAsync(context),
            _ => new Answer(status, answer.Length == 0 ? null : answer).WriteAsync(context),
        });
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream(Bytes(5 * Unit));
        Exception? error = await Record.ExceptionAsync(
            () => session.UploadAsync(stream, null, OneUnit, Watchdog.Token));

        Assert.True(error is ApiException or System.Text.Json.JsonException, error?.ToString());
    }

    [Fact]
    public async Task A_last_response_with_the_item_and_no_ranges_returns_the_item()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created,
            new Answer(201, """{"id":"7","nextExpectedRanges":[]}"""));
        using TestClient client = server.CreateClient();
        using var stream = new MemoryStream(Bytes(10));
        JsonObject item = await (await CreateAsync(client)).UploadAsync(stream, cancellationToken: Watchdog.Token);

        Assert.Equal("7", (string?)item["id"]);
    }

    [Theory]
    [InlineData("""{"id":"7"}""")]
    [InlineData("""{"nextExpectedRanges":[]}""")]
    [InlineData("""{"expirationDateTime":"2030-01-01T00:00:00Z"}""")]
    [InlineData("{}")]
    [InlineData(null)]
    public async Task After_a_failure_a_session_status_cannot_claim_ranges_that_were_never_sent(string? state)
    {
        byte[] content = Bytes(3 * Unit);
        var arrived = new SortedDictionary<long, byte[]>();
        int puts = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) =>
        {
            if (request.Method == "PUT" && ++puts != 1)
                arrived[From(request)] = request.Body;
            return request.Method switch
            {
                "POST" => Created.WriteAsync(context),
                "GET" => new Answer(200, state).WriteAsync(context),
                _ => (puts == 1 ? new Answer(500) : arrived.Count == 3 ? Item : new Answer(202)).WriteAsync(context),
            };
        });
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream(content);
        Exception? error = await Record.ExceptionAsync(
            () => session.UploadAsync(stream, null, OneUnit, Watchdog.Token));

        // The upload continues only if the session lists no missing range. Any other status is an error.
        bool goesOn = state is """{"nextExpectedRanges":[]}""";
        Assert.Equal((goesOn, goesOn ? 3 : 1), (error is null, puts));
        Assert.True(goesOn || error is ApiException, error?.ToString());
    }

    [Fact]
    public async Task A_stream_that_was_read_and_cannot_seek_is_refused()
    {
        byte[] content = Bytes(4 * Unit);
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            Created, Missing($"{Unit}-"), new Answer(403), Missing($"{Unit}-"), Missing($"{2 * Unit}-"),
            Missing($"{3 * Unit}-"), Item);
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        var options = new UploadOptions { RangeSize = Unit, Length = content.Length };
        using var stream = new ForwardOnlyStream(content);
        await Assert.ThrowsAsync<AccessDeniedException>(
            () => session.UploadAsync(stream, null, options, Watchdog.Token));
        int sent = server.Requests.Count;

        CreateSessionResponse saved = CreateSessionResponse.FromUploadUrl(client, session.UploadUrl);
        foreach (CreateSessionResponse again in new[] { session, saved })
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(
                () => again.UploadAsync(stream, null, options, Watchdog.Token));
            Assert.Contains("cannot seek", error.Message, StringComparison.Ordinal);
        }
        Assert.Equal(sent, server.Requests.Count);

        using var fresh = new ForwardOnlyStream(content);
        Assert.True((await session.UploadAsync(fresh, null, options, Watchdog.Token)).HasValue);
        Assert.Equal(content[Unit..], server.Requests.Skip(sent + 1).SelectMany(put => put.Body));
    }

    private static long From(ReceivedRequest put) =>
        System.Net.Http.Headers.ContentRangeHeaderValue.Parse(put.Header("Content-Range")!).From!.Value;

    private static byte[] Assembled(SortedDictionary<long, byte[]> ranges, int length)
    {
        var content = new byte[length];
        foreach ((long from, byte[] bytes) in ranges)
            bytes.CopyTo(content, from);
        return content;
    }

    [Fact]
    public async Task A_session_that_ends_before_everything_arrived_is_an_error()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created, Item);
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream(Bytes(Unit + 3));
        ApiException error = await Assert.ThrowsAsync<ApiException>(
            () => session.UploadAsync(stream, null, OneUnit, Watchdog.Token));

        Assert.Contains("3 bytes are missing", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task An_expired_session_is_an_UploadSessionExpiredException(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created, Missing($"{Unit}-"),
            new Answer(status, """{"error":{"code":"itemNotFound"}}"""));
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream(Bytes(3 * Unit));
        var expired = await Assert.ThrowsAsync<UploadSessionExpiredException>(
            () => session.UploadAsync(stream, null, OneUnit, Watchdog.Token));

        Assert.Equal((status, "itemNotFound", false), (expired.Status, expired.Code, expired.MayBeComplete));
        Assert.Contains("The upload session no longer exists", expired.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_gone_after_the_last_range_may_be_complete()
    {
        int next = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => ++next switch
        {
            1 => Created.WriteAsync(context),
            2 => Abort(context),
            _ => new Answer(404).WriteAsync(context),
        });
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream(Bytes(10));

        Assert.True(
            (await Assert.ThrowsAsync<UploadSessionExpiredException>(
                () => session.UploadAsync(stream, cancellationToken: Watchdog.Token))).MayBeComplete);
    }

    [Fact]
    public async Task A_completed_session_that_still_responds_returns_the_item()
    {
        int next = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) => ++next switch
        {
            1 => Created.WriteAsync(context),
            2 => Abort(context),
            _ => Item.WriteAsync(context),
        });
        using TestClient client = server.CreateClient();
        using var stream = new MemoryStream(Bytes(10));
        JsonObject item = await (await CreateAsync(client)).UploadAsync(stream, cancellationToken: Watchdog.Token);

        Assert.Equal("7", (string?)item["id"]);
    }

    [Fact]
    public async Task A_saved_session_can_be_resumed_by_another_client()
    {
        byte[] content = Bytes(2 * Unit);
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            Created, Missing($"{Unit}-"), new Answer(403), Missing($"{Unit}-"), Item);
        string saved;
        using (TestClient first = server.CreateClient())
        {
            CreateSessionResponse session = await CreateAsync(first);
            saved = session.UploadUrl.AbsoluteUri;
            using var stream = new MemoryStream(content);
            await Assert.ThrowsAsync<AccessDeniedException>(
                () => session.UploadAsync(stream, null, OneUnit, Watchdog.Token));
        }
        using TestClient second = server.CreateClient();
        using var again = new ForwardOnlyStream(content);
        var progress = new Recorded<long>();
        await CreateSessionResponse.FromUploadUrl(second, new Uri(saved))
            .UploadAsync(again, progress, new UploadOptions { RangeSize = Unit, Length = content.Length },
                Watchdog.Token);

        Assert.Equal(["POST", "PUT", "PUT", "GET", "PUT"], server.Requests.Select(request => request.Method));
        Assert.Equal(content[Unit..], server.Requests[4].Body);
        Assert.Equal([Unit, 2 * Unit], progress.Values);
    }

    [Fact]
    public async Task A_conflict_on_the_last_range_keeps_the_session()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            Created, new Answer(409, """{"error":{"code":"nameAlreadyExists"}}"""), Missing("0-"), Item);
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream(Bytes(10));
        ConflictException conflict = await Assert.ThrowsAsync<ConflictException>(
            () => session.UploadAsync(stream, cancellationToken: Watchdog.Token));

        Assert.Equal("nameAlreadyExists", conflict.Code);
        Assert.True((await session.UploadAsync(stream, cancellationToken: Watchdog.Token)).HasValue);
        Assert.Equal(["POST", "PUT", "GET", "PUT"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_cancelled_upload_keeps_the_session_and_resumes_with_the_same_stream()
    {
        byte[] content = Bytes(3 * Unit);
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created, Missing($"{Unit}-"),
            Missing($"{Unit}-"), Missing($"{2 * Unit}-"), Item);
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream([1, 2, .. content]) { Position = 2 };
        using var source = new CancellationTokenSource();
        var progress = new Recorded<long>(sent => { if (sent == Unit) source.Cancel(); });

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => session.UploadAsync(stream, progress, OneUnit, source.Token));
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.Equal(2, stream.Position);
        await session.UploadAsync(stream, null, OneUnit, Watchdog.Token);

        Assert.Equal(["POST", "PUT", "GET", "PUT", "PUT"], server.Requests.Select(request => request.Method));
        Assert.Equal(content, server.Requests.Where(request => request.Method == "PUT").SelectMany(put => put.Body));
    }

    [Fact]
    public async Task DeleteAsync_ends_the_session()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created, new Answer(204), new Answer(404));
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        await session.DeleteAsync(Watchdog.Token);

        Assert.Equal(("DELETE", "/v1.0/up/1?signature=secret"), (server.Requests[1].Method, server.Requests[1].Target));
        await Assert.ThrowsAsync<UploadSessionExpiredException>(() => session.DeleteAsync(Watchdog.Token));
    }

    [Fact]
    public async Task CompleteAsync_completes_a_session_that_waits_for_it()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created,
            new Answer(202, """{"nextExpectedRanges":[]}"""), Item);
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream(Bytes(10));

        Assert.False((await session.UploadAsync(stream, cancellationToken: Watchdog.Token)).HasValue);
        Assert.Equal("7", (string?)(await session.CompleteAsync(Watchdog.Token)).Value["id"]);
        Assert.Equal(("POST", "0"), (server.Requests[2].Method, server.Requests[2].Header("Content-Length")));
    }

    [Fact]
    public async Task The_response_to_the_last_range_can_lack_the_item()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created,
            new Answer(201, null, ("Location", "/v1.0/items/9")));
        using TestClient client = server.CreateClient();
        using var stream = new MemoryStream(Bytes(10));
        Response<JsonObject> response = await (await CreateAsync(client))
            .UploadAsync(stream, cancellationToken: Watchdog.Token);

        Assert.Equal((201, false, "/v1.0/items/9"),
            (response.Status, response.HasValue, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Requests_to_the_upload_URL_have_no_credentials()
    {
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(new Answer(500), Missing("0-"), Item,
            new Answer(204));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, $$"""{"uploadUrl":"{{new Uri(foreign.Root, "/up/1")}}"}"""));
        using TestClient client = server.CreateClient(options =>
        {
            options.Credential = ApiCredential.FromToken("t");
            options.AllowedHosts.Add(foreign.Root.Authority);
        });
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new MemoryStream(Bytes(10));
        await session.UploadAsync(stream, cancellationToken: Watchdog.Token);
        await session.DeleteAsync(Watchdog.Token);

        Assert.Equal("Bearer t", server.Requests[0].Header("Authorization"));
        Assert.Equal(["PUT", "GET", "PUT", "DELETE"], foreign.Requests.Select(request => request.Method));
        Assert.All(foreign.Requests, request => Assert.Null(request.Header("Authorization")));
    }

    [Theory]
    [InlineData("http://files.example.com/up/1")]
    [InlineData("ftp://files.example.com/up/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://[bad")]
    public async Task An_unsafe_upload_URL_is_refused(string uploadUrl)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, $$"""{"uploadUrl":"{{uploadUrl}}"}"""));
        using TestClient client = server.CreateClient();

        await Assert.ThrowsAsync<ApiException>(() => CreateAsync(client));
        if (Uri.TryCreate(uploadUrl, UriKind.Absolute, out Uri? saved))
            Assert.Throws<InvalidOperationException>(() => CreateSessionResponse.FromUploadUrl(client, saved));
    }

    [Fact]
    public async Task An_unusable_stream_is_refused_before_the_first_byte_is_sent()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created);
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var forward = new ForwardOnlyStream(Bytes(10));
        using var seekable = new MemoryStream(Bytes(10));
        var closed = new MemoryStream(Bytes(10));
        closed.Dispose();

        ArgumentException noLength = await Assert.ThrowsAsync<ArgumentException>(
            () => session.UploadAsync(forward, cancellationToken: Watchdog.Token));
        Assert.Contains("UploadOptions.Length", noLength.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(
            () => session.UploadAsync(closed, cancellationToken: Watchdog.Token));
        await Assert.ThrowsAsync<ArgumentException>(
            () => session.UploadAsync(seekable, null, new UploadOptions { Length = 9 }, Watchdog.Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => session.UploadAsync(forward, null, new UploadOptions { Length = -1 }, Watchdog.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_stream_shorter_or_longer_than_its_given_length_is_an_error()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created);
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var tooShort = new ForwardOnlyStream(Bytes(10));
        using var tooLong = new ForwardOnlyStream(Bytes(10));

        await Assert.ThrowsAsync<EndOfStreamException>(
            () => session.UploadAsync(tooShort, null, new UploadOptions { Length = 11 }, Watchdog.Token));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => session.UploadAsync(tooLong, null, new UploadOptions { Length = 9 }, Watchdog.Token));
        Assert.DoesNotContain(server.Requests, request => request.Method == "PUT");
    }

    [Fact]
    public async Task A_session_that_requests_earlier_bytes_of_a_stream_that_cannot_seek_is_an_error()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created, Missing($"{Unit}-"),
            Missing("0-"));
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new ForwardOnlyStream(Bytes(3 * Unit));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => session.UploadAsync(stream, null, new UploadOptions { RangeSize = Unit, Length = 3 * Unit },
                Watchdog.Token));

        Assert.Contains("cannot seek", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_the_stream_is_rethrown_and_not_retried()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Created);
        using TestClient client = server.CreateClient();
        CreateSessionResponse session = await CreateAsync(client);
        using var stream = new FailingStream();

        Assert.Equal("disk",
            (await Assert.ThrowsAsync<IOException>(
                () => session.UploadAsync(stream, cancellationToken: Watchdog.Token))).Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Empty_content_is_uploaded_even_after_a_failure(bool canSeek)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            Created, new Answer(500), new Answer(200, """{"nextExpectedRanges":[]}"""), Item);
        using TestClient client = server.CreateClient();
        using Stream stream = canSeek ? new MemoryStream() : new ForwardOnlyStream([]);
        Response<JsonObject> response = await (await CreateAsync(client))
            .UploadAsync(stream, null, new UploadOptions { Length = 0 }, Watchdog.Token);

        Assert.True(response.HasValue);
        Assert.Equal(["PUT", "GET", "PUT"], server.Requests.Skip(1).Select(request => request.Method));
        Assert.Equal(("bytes */0", "0"),
            (server.Requests[3].Header("Content-Range"), server.Requests[3].Header("Content-Length")));
    }

    [Fact]
    public async Task A_range_keeps_its_bytes_if_the_response_arrives_before_they_were_read()
    {
        byte[] content = Bytes(40 * Unit);
        int refusals = 0;
        var time = new AdvancingTime();
        // The server reads the body of a refused range after it responds, when the client may already send the next
        // one.
        await using TransferServer server = await TransferServer.StartAsync(time);
        var transfer = new Transfer(1, 3, content.Length, isUpload: true, hasFaults: true);
        server.Add(transfer);
        using var client = new TransferClient(new ServiceClientOptions
        {
            ServiceRoot = new Uri(server.Root, "/v1.0"),
            TimeProvider = time,
            Retry = { MaxRetries = 20, NetworkTimeout = TimeSpan.FromSeconds(2),
                ShouldRetry = context => { refusals++; return context.WouldRetry; } },
        });
        using var stream = new PatternStream(3, content.Length, canSeek: true);
        await (await client.SendAsync(new CreateSessionRequest("1"), Watchdog.Token))
            .UploadAsync(stream, null, OneUnit, Watchdog.Token);

        Assert.True(refusals > 0);
        Assert.Equal(PatternStream.Hash(3, content.Length), transfer.Hash);
    }

    [Fact]
    public void Responses_can_be_created_for_tests()
    {
        var session = new FakeSession(new JsonObject { ["id"] = "1" });

        Assert.Equal("1", (string?)session.Value["id"]);
        Assert.Throws<InvalidOperationException>(() => session.UploadUrl);
    }

    [Fact]
    public void An_UploadSessionExpiredException_can_be_created_for_tests() =>
        Assert.Equal((410, "c", false),
            (new UploadSessionExpiredException(410, "c").Status, new UploadSessionExpiredException(410, "c").Code,
                new UploadSessionExpiredException().MayBeComplete));

    private static Task<CreateSessionResponse> CreateAsync(TestClient client) =>
        client.SendAsync(new CreateSessionRequest("1"), Watchdog.Token);

    private static Answer Missing(params string[] ranges) =>
        new(202, new JsonObject
        {
            ["nextExpectedRanges"] = new JsonArray([.. ranges.Select(range => (JsonNode)range)])
        }.ToJsonString());

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private sealed class FakeSession(JsonObject value) : UploadSessionResponse<JsonObject, JsonObject>(value);

    private sealed class FailingStream : MemoryStream
    {
        public FailingStream()
            : base(Encoding.UTF8.GetBytes("content"))
        {
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("disk");
    }
}
