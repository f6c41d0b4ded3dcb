using Azure.Core;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Azure;

public sealed class AzureCredentialTests
{
    private const string Scope = "https://drive.example.com/.default";

    [Fact]
    public async Task A_token_request_enables_continuous_access_evaluation_and_carries_the_claims_of_a_challenge()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(401, null, ("WWW-Authenticate", "Bearer claims=\"eyJhIjoxfQ==\"")), new Answer(200, "{}"));
        var azure = new FakeTokenCredential(DateTimeOffset.MaxValue);
        using TestClient client = server.CreateClient(
            options => options.Credential = new AzureCredential(azure, Scope));
        await client.SendAsync(new TestRequest(HttpMethod.Get, "/items") { NeededScopes = ["files.read"] },
            Watchdog.Token);

        Assert.Equal(["Bearer token-1", "Bearer token-2"],
            server.Requests.Select(request => request.Header("Authorization")));
        Assert.Equal([null, """{"a":1}"""], azure.Requests.Select(request => request.Claims));
        Assert.All(azure.Requests, request => Assert.Equal([Scope], request.Scopes));
        Assert.All(azure.Requests, request => Assert.True(request.IsCaeEnabled));
        Assert.All(azure.Requests, request => Assert.Null(request.TenantId));
    }

    [Fact]
    public async Task The_tenant_and_the_times_of_the_token_are_passed_on()
    {
        DateTimeOffset start = new(2026, 5, 17, 8, 0, 0, TimeSpan.Zero);
        var azure = new FakeTokenCredential(start.AddHours(24), start.AddHours(12));
        var credential = new AzureCredential(azure, Scope,
            "https://other.example.com/.default")
        { TenantId = "contoso" };
        AccessToken token = await credential.GetTokenAsync(new TokenRequest(["files.read"]), CancellationToken.None);

        Assert.Equal(("token-1", start.AddHours(24), start.AddHours(12)),
            (token.Token, token.ExpiresOn, token.RefreshOn));
        TokenRequestContext asked = Assert.Single(azure.Requests);
        Assert.Equal(("contoso", 2), (asked.TenantId, asked.Scopes.Length));
    }

    [Fact]
    public async Task Cancelling_a_call_cancels_its_token_request()
    {
        using var cancellation = new CancellationTokenSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        var azure = new FakeTokenCredential(DateTimeOffset.MaxValue) { Asked = cancellation.Cancel };
        using TestClient client = server.CreateClient(
            options => options.Credential = new AzureCredential(azure, Scope));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.SendAsync(TestRequest.Get(), cancellation.Token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData(Scope, " ")]
    public void A_missing_scope_is_refused(params string[] scopes)
    {
        Assert.Throws<ArgumentException>(
            () => new AzureCredential(new FakeTokenCredential(DateTimeOffset.MaxValue), scopes));
    }

    private sealed class FakeTokenCredential(DateTimeOffset expiresOn,
        DateTimeOffset? refreshOn = null) : TokenCredential
    {
        public List<TokenRequestContext> Requests { get; } = [];

        public Action? Asked { get; init; }

        public override global::Azure.Core.AccessToken GetToken(TokenRequestContext requestContext,
            CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override ValueTask<global::Azure.Core.AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Requests.Add(requestContext);
            Asked?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            return new(new global::Azure.Core.AccessToken($"token-{Requests.Count}", expiresOn, refreshOn));
        }
    }
}
