using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Pipeline;

public sealed class ObserverTests
{
    [Fact]
    public async Task Messages_and_retries_are_reported_without_values()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(503, null, ("Retry-After", "7"), ("request-id", "r1")), new Answer(200, "{}"));
        var observer = new Recorder();
        using TestClient client = server.CreateClient(options =>
            (options.Observer, options.ClientRequestIdHeader) = (observer, "client-request-id"));
        var request = new TestRequest(HttpMethod.Get, "/items/{item-id}", "secret");
        request.Query["filter"] = "secret";
        await client.SendAsync(request, Watchdog.Token);

        Assert.Equal([503, 200], observer.Sent.Select(message => message.Status));
        Assert.Equal([0, 1], observer.Sent.Select(message => message.Resends));
        Assert.Equal(["r1", null], observer.Sent.Select(message => message.RequestId));
        Assert.All(observer.Sent, message => Assert.Equal(
            (HttpMethod.Get, "/items/{item-id}", "127.0.0.1", server.Requests[0].Header("client-request-id")),
            (message.Method, message.UriTemplate, message.Host, message.ClientRequestId)));
        (RetryContext attempt, TimeSpan delay) = Assert.Single(observer.Retries);
        Assert.Equal((503, 0, 7.0), (attempt.Status, attempt.Retries, delay.TotalSeconds));
        Assert.DoesNotContain(observer.Sent, message => $"{message}".Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_without_a_response_is_reported_with_its_failure()
    {
        await using var server = new RawServer(RawServer.Reset(""));
        var observer = new Recorder();
        using TestClient client = server.CreateClient(
            options => (options.Observer, options.Retry.MaxRetries) = (observer, 1));

        var exception = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal(2, observer.Sent.Count);
        Assert.Null(observer.Sent[1].Status);
        Assert.Equal("GET /items/1 at 127.0.0.1 got no response: " + observer.Sent[1].Failure!.Message,
            exception.Message);
        Assert.Equal(observer.Sent[0].Failure, Assert.Single(observer.Retries).Attempt.Failure);
    }

    [Fact]
    public async Task A_failed_token_renewal_is_reported()
    {
        int asked = 0;
        var time = new AdvancingTime();
        var observer = new Recorder();
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient(options =>
        {
            (options.Observer, options.TimeProvider) = (observer, time);
            options.Credential = ApiCredential.Create((_, _) => ++asked > 1
                ? throw new TimeoutException()
                : ValueTask.FromResult(new AccessToken("t", time.GetUtcNow().AddMinutes(10))));
        });
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);
        time.Advance(TimeSpan.FromMinutes(9));
        await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.IsType<TimeoutException>(Assert.Single(observer.Renewals));
    }

    private sealed class Recorder : ClientObserver
    {
        public List<SentMessage> Sent { get; } = [];

        public List<(RetryContext Attempt, TimeSpan Delay)> Retries { get; } = [];

        public List<Exception> Renewals { get; } = [];

        public override void OnSent(SentMessage message) => Sent.Add(message);

        public override void OnRetry(RetryContext attempt, TimeSpan delay) => Retries.Add((attempt, delay));

        public override void OnRenewalFailed(Exception failure) => Renewals.Add(failure);
    }
}
