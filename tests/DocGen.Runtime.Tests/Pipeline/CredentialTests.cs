using System.Text;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Pipeline;

public sealed class CredentialTests
{
    [Fact]
    public async Task A_token_is_asked_for_with_the_documented_scopes_and_kept()
    {
        List<string> asked = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Credential = Counting(asked, TimeSpan.FromHours(1), options));
        var read = new TestRequest(HttpMethod.Get, "/items") { NeededScopes = ["files.read", "sites.read"] };
        await client.SendAsync(read, Watchdog.Token);
        await client.SendAsync(read, Watchdog.Token);
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal(["files.read sites.read", ""], asked);
        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t2"], server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task A_retry_gets_a_fresh_token_where_the_first_expired_meanwhile()
    {
        List<string> asked = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(503, null, ("Retry-After", "30")), new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options =>
            options.Credential = Counting(asked, TimeSpan.FromSeconds(130), options));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal(["Bearer t1", "Bearer t2"], server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task A_burst_of_calls_asks_for_one_token()
    {
        List<string> asked = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Credential = Counting(asked, TimeSpan.FromHours(1), options));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SendAsync(TestRequest.Get(), Watchdog.Token)));

        Assert.Single(asked);
        Assert.Equal(20, server.Requests.Count);
    }

    [Fact]
    public async Task A_claims_challenge_is_answered_once()
    {
        const string Claims = """{"access_token":{"nbf":{"essential":true}}}""";
        string challenge = $"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims))}\"";
        List<string?> claims = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(401, null, ("WWW-Authenticate", challenge)), new Answer(200, "{}"), new Answer(401, null, ("WWW-Authenticate", challenge)));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.Create((request, _) =>
        {
            claims.Add(request.Claims);
            return ValueTask.FromResult(new AccessToken("t" + claims.Count, DateTimeOffset.MaxValue));
        }));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal([null, Claims], claims);
        Assert.Equal(["Bearer t1", "Bearer t2"], server.Requests.Select(request => request.Header("Authorization")));

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_plain_401_is_final()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(401, null, ("WWW-Authenticate", "Bearer realm=\"x\"")));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.FromToken("secret-token"));

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Single(server.Requests);
        Assert.DoesNotContain("secret-token", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_s_own_authorization_wins()
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
    public async Task A_token_that_is_none_is_refused_without_being_shown(string token)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Credential = ApiCredential.Create((_, _) =>
            ValueTask.FromResult(new AccessToken(token, DateTimeOffset.MaxValue))));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_credential_s_own_network_failure_is_not_retried_as_the_call_s()
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
    public async Task Links_to_another_host_get_credentials_only_where_that_host_is_allowed()
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
    public void A_token_does_not_show_itself()
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
            return ValueTask.FromResult(new AccessToken("t" + asked.Count, options.TimeProvider.GetUtcNow() + lifetime));
        });
}
