using System.Text;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Pipeline;

public sealed class CredentialTests
{
    [Fact]
    public async Task A_token_is_requested_with_the_documented_scopes_and_cached()
    {
        List<string> asked = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(
            options => options.Credential = Counting(asked, TimeSpan.FromHours(1), options));
        var read = new TestRequest(HttpMethod.Get, "/items") { NeededScopes = ["files.read", "sites.read"] };
        await client.SendAsync(read, Watchdog.Token);
        await client.SendAsync(read, Watchdog.Token);
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal(["files.read sites.read", ""], asked);
        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t2"],
            server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task A_retry_uses_a_new_token_if_the_first_expired()
    {
        List<string> asked = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(503, null, ("Retry-After", "30")), new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options =>
            options.Credential = Counting(asked, TimeSpan.FromSeconds(30), options));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal(["Bearer t1", "Bearer t2"], server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task Concurrent_calls_request_one_token()
    {
        List<string> asked = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(
            options => options.Credential = Counting(asked, TimeSpan.FromHours(1), options));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SendAsync(TestRequest.Get(), Watchdog.Token)));

        Assert.Single(asked);
        Assert.Equal(20, server.Requests.Count);
    }

    [Fact]
    public async Task A_call_sends_a_new_token_after_one_claims_challenge_only()
    {
        const string Claims = """{"access_token":{"nbf":{"essential":true}}}""";
        string challenge =
            $"Bearer realm=\"\", error=\"insufficient_claims\", " +
            $"claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims))}\"";
        List<string?> claims = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(401, null, ("WWW-Authenticate", challenge)), new Answer(200, "{}"),
            new Answer(401, null, ("WWW-Authenticate", challenge)));
        using TestClient client = server.CreateClient(
            options => options.Credential = ApiCredential.Create((request, _) =>
        {
            claims.Add(request.Claims);
            return ValueTask.FromResult(new AccessToken("t" + claims.Count, DateTimeOffset.MaxValue));
        }));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal([null, Claims], claims);
        Assert.Equal(["Bearer t1", "Bearer t2"], server.Requests.Select(request => request.Header("Authorization")));

        await Assert.ThrowsAsync<AuthenticationFailedException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("PoP realm=\"\", nonce=\"abc\", Bearer realm=\"\", error=\"insufficient_claims\", claims=\"e30=\"")]
    [InlineData("Bearer realm=\"a\", Bearer error=\"insufficient_claims\", claims=\"e30=\"")]
    [InlineData("Bearer claims=\"e30=\", PoP nonce=\"abc\"")]
    public async Task A_claims_challenge_is_found_among_other_challenges(string challenge)
    {
        List<string?> claims = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(401, null, ("WWW-Authenticate", challenge)), new Answer(200, "{}"));
        using TestClient client = server.CreateClient(
            options => options.Credential = ApiCredential.Create((request, _) =>
        {
            claims.Add(request.Claims);
            return ValueTask.FromResult(new AccessToken("t", DateTimeOffset.MaxValue));
        }));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal([null, "{}"], claims);
    }

    [Fact]
    public async Task Equal_concurrent_challenges_request_one_token_and_the_next_call_reuses_it()
    {
        const int Calls = 10;
        List<string?> asked = [];
        var refusals = new CountdownEvent(Calls);
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, request) =>
        {
            if (request.Header("Authorization") == "Bearer t1")
            {
                // All calls are refused before any of them continues.
                refusals.Signal();
                await Task.Run(() => refusals.Wait(context.RequestAborted));
                await new Answer(401, null, ("WWW-Authenticate", "Bearer claims=\"e30=\"")).WriteAsync(context);
            }
            else
            {
                await new Answer(200, "{}").WriteAsync(context);
            }
        });
        using TestClient client = server.CreateClient(
            options => options.Credential = ApiCredential.Create((request, _) =>
        {
            asked.Add(request.Claims);
            return ValueTask.FromResult(new AccessToken("t" + asked.Count, DateTimeOffset.MaxValue));
        }));
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => client.SendAsync(TestRequest.Get(), Watchdog.Token)));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal([null, "{}"], asked);
        Assert.Equal((2 * Calls) + 1, server.Requests.Count);
    }

    [Theory]
    [InlineData(90, 60, 1)]
    [InlineData(90, 70, 2)]
    [InlineData(1, 0, 1)]
    [InlineData(600, 470, 1)]
    [InlineData(600, 481, 2)]
    public async Task A_token_is_cached_for_most_of_its_lifetime(int lifetime, int passed, int tokens)
    {
        List<string> asked = [];
        var time = new AdvancingTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options =>
        {
            options.TimeProvider = time;
            options.Credential = Counting(asked, TimeSpan.FromSeconds(lifetime), options);
        });
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        time.Advance(TimeSpan.FromSeconds(passed));
        for (int call = 0; call < 4; call++)
            await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal(tokens, asked.Count);
    }

    [Fact]
    public async Task A_token_is_renewed_once_after_its_RefreshOn_time()
    {
        int asked = 0;
        var time = new AdvancingTime();
        DateTimeOffset start = time.GetUtcNow();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options =>
        {
            options.TimeProvider = time;
            // Azure.Identity too returns the same times until its cache has another token.
            options.Credential = ApiCredential.Create((_, _) => ValueTask.FromResult(
                new AccessToken("t" + ++asked, start.AddHours(24)) { RefreshOn = start.AddHours(12) }));
        });
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        time.Advance(TimeSpan.FromHours(11));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        Assert.Equal(1, asked);

        time.Advance(TimeSpan.FromHours(2));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_failed_renewal_fails_no_call_while_the_token_is_valid()
    {
        int asked = 0;
        bool isDown = false;
        var time = new AdvancingTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options =>
        {
            options.TimeProvider = time;
            options.Credential = ApiCredential.Create((_, _) => ++asked > 1 && isDown
                ? throw new TimeoutException("The token service is down.")
                : ValueTask.FromResult(new AccessToken("t" + asked, time.GetUtcNow().AddMinutes(10))));
        });
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        isDown = true;
        time.Advance(TimeSpan.FromSeconds(500));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        Assert.Equal(2, asked);

        time.Advance(TimeSpan.FromSeconds(61));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        Assert.Equal((3, "Bearer t1"), (asked, server.Requests[^1].Header("Authorization")));

        time.Advance(TimeSpan.FromSeconds(40));
        await Assert.ThrowsAsync<TimeoutException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));

        isDown = false;
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        Assert.Equal("Bearer t5", server.Requests[^1].Header("Authorization"));
    }

    [Fact]
    public async Task One_call_renews_a_token_while_other_calls_use_the_old_token()
    {
        int asked = 0;
        var renewal = new TaskCompletionSource();
        var time = new AdvancingTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options =>
        {
            options.TimeProvider = time;
            options.Credential = ApiCredential.Create(async (_, _) =>
            {
                if (++asked > 1)
                    await renewal.Task;
                return new AccessToken("t" + asked, time.GetUtcNow().AddMinutes(10));
            });
        });
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        time.Advance(TimeSpan.FromSeconds(500));
        Task renewing = client.SendAsync(TestRequest.Get(), Watchdog.Token);
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        Assert.False(renewing.IsCompleted);
        renewal.SetResult();
        await renewing;

        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t2"],
            server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task A_slow_token_request_does_not_delay_calls_with_other_scopes()
    {
        var slow = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(
            options => options.Credential = ApiCredential.Create(async (request, _) =>
        {
            if (request.Scopes[0] == "slow")
                await slow.Task;
            return new AccessToken(request.Scopes[0], DateTimeOffset.MaxValue);
        }));
        Task waiting = client.SendAsync(new TestRequest(HttpMethod.Get, "/a") { NeededScopes = ["slow"] },
            Watchdog.Token);
        await client.SendAsync(new TestRequest(HttpMethod.Get, "/b") { NeededScopes = ["quick"] }, Watchdog.Token);
        Assert.False(waiting.IsCompleted);
        slow.SetResult();
        await waiting;

        Assert.Equal(["Bearer quick", "Bearer slow"],
            server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task Calls_that_wait_for_the_same_token_share_its_failure_and_the_next_call_requests_it_again()
    {
        int asked = 0;
        var failure = new TaskCompletionSource<AccessToken>();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.Create((_, _) =>
            ++asked == 1 ? new(failure.Task) : ValueTask.FromResult(new AccessToken("t", DateTimeOffset.MaxValue))));
        Task[] calls = [.. Enumerable.Range(0, 5).Select(_ => client.SendAsync(TestRequest.Get(), Watchdog.Token))];
        failure.SetException(new TimeoutException("The token service is down."));

        foreach (Task call in calls)
            await Assert.ThrowsAsync<TimeoutException>(() => call);
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        Assert.Equal((2, 1), (asked, server.Requests.Count));
    }

    [Fact]
    public async Task A_waiting_call_repeats_the_token_request_of_a_cancelled_call()
    {
        int asked = 0;
        using var cancellation = new CancellationTokenSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(
            options => options.Credential = ApiCredential.Create(async (_, token) =>
        {
            if (++asked == 1)
                await Task.Delay(Timeout.Infinite, token);
            return new AccessToken("t", DateTimeOffset.MaxValue);
        }));
        Task first = client.SendAsync(TestRequest.Get(), cancellation.Token);
        Task second = client.SendAsync(TestRequest.Get(), Watchdog.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await second;
        Assert.Equal((2, 1), (asked, server.Requests.Count));
    }

    [Fact]
    public async Task An_invalid_token_is_not_cached()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.Create((_, _) =>
            ValueTask.FromResult(new AccessToken(++asked == 1 ? "not a token" : "t", DateTimeOffset.MaxValue))));

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        Assert.Equal("Bearer t", Assert.Single(server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task A_call_completes_if_its_client_is_disposed_during_the_token_request()
    {
        var token = new TaskCompletionSource<AccessToken>();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using var http = new HttpClient();
        TestClient client = server.CreateClient(options =>
            (options.HttpClient, options.Credential) = (http, ApiCredential.Create((_, _) => new(token.Task))));
        Task call = client.SendAsync(TestRequest.Get(), Watchdog.Token);
        client.Dispose();
        token.SetResult(new AccessToken("t", DateTimeOffset.MaxValue));
        await call;

        Assert.Equal("Bearer t", Assert.Single(server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task A_401_without_a_claims_challenge_is_not_retried()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(401, null, ("WWW-Authenticate", "Bearer realm=\"x\"")));
        using TestClient client = server.CreateClient(
            options => options.Credential = ApiCredential.FromToken("secret-token"));

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Single(server.Requests);
        Assert.DoesNotContain("secret-token", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Authorization_header_of_the_caller_overrides_the_credential()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        TestRequest request = TestRequest.Get();
        request.Headers["Authorization"] = "Basic x";
        await client.SendAsync(request, Watchdog.Token);

        Assert.Equal("Basic x", server.Requests[0].Header("Authorization"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("secret token")]
    public async Task An_invalid_token_is_refused_and_not_shown_in_the_error(string token)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.Create((_, _) =>
            ValueTask.FromResult(new AccessToken(token, DateTimeOffset.MaxValue))));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_network_failure_of_a_token_request_is_not_retried()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.Create((_, _) =>
        {
            asked++;
            throw new HttpRequestException("No token.");
        }));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal((1, 0), (asked, server.Requests.Count));
    }

    [Fact]
    public async Task Links_to_another_host_get_credentials_only_if_that_host_is_allowed()
    {
        await using LoopbackServer other = await LoopbackServer.StartAsync(new Answer(200, """{"value":[]}"""));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, $$"""{"value":[],"@odata.nextLink":"{{new Uri(other.Root, "/next")}}"}"""));
        using TestClient strict = server.CreateClient(options => options.Credential = ApiCredential.FromToken("t"));
        using TestClient allowing = server.CreateClient(options =>
        {
            options.Credential = ApiCredential.FromToken("t");
            options.AllowedHosts.Add(other.Root.Authority);
        });

        await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (DriveItem _ in strict.Items.List(cancellationToken: Watchdog.Token))
                Assert.Fail("There are no items.");
        });
        Assert.Empty(other.Requests);

        await foreach (DriveItem _ in allowing.Items.List(cancellationToken: Watchdog.Token))
            Assert.Fail("There are no items.");
        Assert.Equal("Bearer t", Assert.Single(other.Requests).Header("Authorization"));
    }

    [Fact]
    public void The_text_of_an_AccessToken_hides_the_token()
    {
        var token = new AccessToken("secret", new DateTimeOffset(2026, 5, 17, 8, 0, 0, TimeSpan.Zero));

        Assert.DoesNotContain("secret", $"{token}", StringComparison.Ordinal);
        Assert.Equal(token, new AccessToken("secret", token.ExpiresOn));
        Assert.True(token != default);
    }

    private static ApiCredential Counting(List<string> asked, TimeSpan lifetime, ServiceClientOptions options) =>
        ApiCredential.Create((request, _) =>
        {
            asked.Add(string.Join(' ', request.Scopes));
            return ValueTask.FromResult(
                new AccessToken("t" + asked.Count, options.TimeProvider.GetUtcNow() + lifetime));
        });
}
