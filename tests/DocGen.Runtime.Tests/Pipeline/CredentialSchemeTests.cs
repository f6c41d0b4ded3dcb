using System.Diagnostics;
using System.Text;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Pipeline;

/// <summary>Tests credentials other than bearer tokens: other schemes, passwords and API keys.</summary>
public sealed class CredentialSchemeTests
{
    [Fact]
    public async Task Each_kind_of_credential_is_sent_in_its_header()
    {
        Assert.Equal("Bearer abc", (await SentAsync(ApiCredential.FromToken("abc"))).Header("Authorization"));
        Assert.Equal("token abc", (await SentAsync(ApiCredential.FromToken("abc", "token"))).Header("Authorization"));
        Assert.Equal(
            "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("jörg:pä:ss")),
            (await SentAsync(ApiCredential.FromPassword("jörg", "pä:ss"))).Header("Authorization"));
        ReceivedRequest keyed = await SentAsync(ApiCredential.FromApiKey("abc", "X-Api-Key"));
        Assert.Equal(("abc", null), (keyed.Header("X-Api-Key"), keyed.Header("Authorization")));
    }

    [Theory]
    [InlineData("/items", "/v1.0/items?api_key=a%26b")]
    [InlineData("/items?top=2", "/v1.0/items?top=2&api_key=a%26b")]
    [InlineData("/items?api_key=own", "/v1.0/items?api_key=own")]
    [InlineData("/items?x=1&api_key=own", "/v1.0/items?x=1&api_key=own")]
    public async Task A_key_is_appended_to_the_query_unless_the_caller_sets_it(string path,
        string expected) =>
        Assert.Equal(expected, (await SentAsync(ApiCredential.FromApiKeyInQuery("a&b", "api_key"), path)).Target);

    [Fact]
    public async Task Traces_and_errors_never_contain_a_key_in_the_query()
    {
        List<Activity> traced = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith("DocGen", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => { lock (traced) traced.Add(activity); },
        };
        ActivitySource.AddActivityListener(listener);
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(404, """{"error":{"code":"gone"}}"""));
        using TestClient client = server.CreateClient(
            options => options.Credential = ApiCredential.FromApiKeyInQuery("s3cret-key", "key"));

        ApiException error = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => client.SendAsync(TestRequest.Get("/secret-items"), Watchdog.Token));

        Assert.Contains("s3cret-key", Assert.Single(server.Requests).Target, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-key", error.ToString(), StringComparison.Ordinal);
        Activity[] ours;
        lock (traced)
            ours = [.. traced.Where(activity =>
                activity.DisplayName.Contains("/secret-items", StringComparison.Ordinal))];
        Assert.Equal($"{server.Root.GetLeftPart(UriPartial.Authority)}/v1.0/secret-items",
            Assert.Single(ours).GetTagItem("url.full"));
        Assert.DoesNotContain(ours.SelectMany(activity => activity.TagObjects),
            tag => tag.Value?.ToString()?.Contains("s3cret-key", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_kind_of_credential_follows_a_redirect_to_another_origin(bool inQuery)
    {
        await using LoopbackServer elsewhere = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", new Uri(elsewhere.Root, "/there").AbsoluteUri)));
        using TestClient client = server.CreateClient(options => options.Credential =
            inQuery ? ApiCredential.FromApiKeyInQuery("abc", "key") : ApiCredential.FromApiKey("abc", "X-Key"));

        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        ReceivedRequest there = Assert.Single(elsewhere.Requests);
        Assert.Null(there.Header("X-Key"));
        Assert.DoesNotContain("key=", there.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_credentials_are_refused_when_they_are_created()
    {
        Assert.Throws<ArgumentException>("token", () => ApiCredential.FromToken(""));
        Assert.Throws<ArgumentException>("token", () => ApiCredential.FromToken("your token"));
        Assert.Throws<ArgumentException>("key", () => ApiCredential.FromApiKey("line\nbreak", "X-Api-Key"));
        Assert.Throws<ArgumentException>("scheme", () => ApiCredential.FromToken("abc", "two words"));
        Assert.Throws<ArgumentException>("user", () => ApiCredential.FromPassword("a:b", "c"));
        Assert.Throws<ArgumentException>("headerName", () => ApiCredential.FromApiKey("abc", "X Key"));
        Assert.Throws<ArgumentException>("key", () => ApiCredential.FromApiKey("X-Api-Key", "k1"));
        Assert.Throws<ArgumentException>("key", () => ApiCredential.FromApiKeyInQuery("api_key", "k1"));
        Assert.NotNull(ApiCredential.FromApiKey("my-test-key", "X-Api-Key"));
        Assert.NotNull(ApiCredential.FromApiKey("a-7-key", "Harbour"));
        Assert.Throws<ArgumentException>("headerName", () => ApiCredential.FromApiKey("abc", "Content-Type"));
        Assert.Throws<ArgumentException>("key", () => ApiCredential.FromApiKeyInQuery("", "key"));
        Assert.Throws<ArgumentException>("parameterName", () => ApiCredential.FromApiKeyInQuery("abc", ""));
    }

    private static async Task<ReceivedRequest> SentAsync(ApiCredential credential, string path = "/items")
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options => options.Credential = credential);
        await client.SendAsync(TestRequest.Get(path), Watchdog.Token);
        return Assert.Single(server.Requests);
    }
}
