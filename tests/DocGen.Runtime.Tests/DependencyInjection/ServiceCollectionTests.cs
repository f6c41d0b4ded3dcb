using System.Collections.Concurrent;
using DocGen.Runtime.Tests.Support;
using DocGen.Soak;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using AdvancingTime = DocGen.Runtime.Tests.Support.AdvancingTime;

namespace DocGen.Runtime.Tests.DependencyInjection;

public sealed class ServiceCollectionTests
{
    [Fact]
    public async Task A_client_comes_with_its_options_from_configuration()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(503), new Answer(200, """{"id":"1"}"""));
        IConfiguration configuration = Configuration(
            ("ServiceRoot", new Uri(server.Root, "/v1.0").AbsoluteUri), ("AllowedHosts:0", "a.example.com"), ("AllowedHosts:1", "b.example.com"),
            ("Retry:MaxRetries", "5"), ("Retry:BaseDelay", "00:00:00.001"), ("Retry:MaxDelay", "00:00:02"),
            ("Retry:MaxTotalDelay", "00:01:00"), ("Retry:NetworkTimeout", "00:00:30"));
        var services = new ServiceCollection();
        services.AddSingleton(ApiCredential.FromToken("t"));
        services.AddServiceClient<DriveClient, DriveClientOptions>(configuration);
        await using ServiceProvider provider = services.BuildServiceProvider();
        DriveClient client = provider.GetRequiredService<DriveClient>();

        Assert.Equal("1", (await client.SendAsync(TestRequest.Get(), Watchdog.Token)).Value.Id);
        Assert.Same(client, provider.GetRequiredService<DriveClient>());
        Assert.Equal("Bearer t", server.Requests[1].Header("Authorization"));
        DriveClientOptions options = client.Options;
        Assert.Equal(["a.example.com", "b.example.com"], options.AllowedHosts);
        Assert.Equal(
            (5, 0.001, 2.0, 60.0, 30.0),
            (options.Retry.MaxRetries, options.Retry.BaseDelay.TotalSeconds, options.Retry.MaxDelay.TotalSeconds,
                options.Retry.MaxTotalDelay.TotalSeconds, options.Retry.NetworkTimeout.TotalSeconds));
    }

    [Fact]
    public async Task What_configuration_leaves_out_stays_as_the_docs_say_and_code_has_the_last_word()
    {
        var services = new ServiceCollection();
        services.AddServiceClient<DriveClient, DriveClientOptions>(Configuration(("Retry:MaxRetries", "5")), options => options.Retry.MaxRetries = 1);
        services.PostConfigure<DriveClientOptions>(options => options.AllowedHosts.Add("c.example.com"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        DriveClientOptions options = provider.GetRequiredService<DriveClient>().Options;

        Assert.Equal("https://drive.example.com/v1.0", options.ServiceRoot!.AbsoluteUri);
        Assert.Equal((1, null), (options.Retry.MaxRetries, options.Credential));
        Assert.Equal(["c.example.com"], options.AllowedHosts);
        Assert.Equal(Timeout.InfiniteTimeSpan, options.HttpClient!.Timeout);
    }

    [Theory]
    [InlineData("ServiceRoot", "not absolute")]
    [InlineData("Retry:MaxRetries", "-1")]
    [InlineData("Retry:MaxRetries", "99999999999")]
    [InlineData("Retry:BaseDelay", "soon")]
    public async Task A_setting_that_is_none_is_named(string key, string value)
    {
        var services = new ServiceCollection();
        services.AddServiceClient<DriveClient, DriveClientOptions>(Configuration((key, value)));
        await using ServiceProvider provider = services.BuildServiceProvider();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<DriveClient>());

        Assert.Contains($"'Drive:{key}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handler_follows_no_redirects_and_keeps_no_cookies()
    {
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(302, null, ("Location", foreign.Root.AbsoluteUri), ("Set-Cookie", "a=b")));
        var services = new ServiceCollection();
        services.AddServiceClient<DriveClient, DriveClientOptions>((_, options) =>
            (options.ServiceRoot, options.Credential) = (server.Root, ApiCredential.FromToken("t")));
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<DriveClient>().SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Null(foreign.Requests[0].Header("Authorization"));
        Assert.Null(foreign.Requests[0].Header("Cookie"));
    }

    [Fact]
    public async Task Handlers_of_the_user_s_own_see_every_attempt()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(503), new Answer(200, "{}"));
        var services = new ServiceCollection();
        var counter = new Counter();
        services.AddSingleton<TimeProvider>(new AdvancingTime());
        services.AddServiceClient<DriveClient, DriveClientOptions>((_, options) => options.ServiceRoot = server.Root)
            .AddHttpMessageHandler(() => counter);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<DriveClient>().SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal(2, counter.Count);
    }

    [Fact]
    public async Task The_address_of_an_upload_session_is_in_no_log()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) => (request.Method == "POST"
            ? new Answer(200, """{"uploadUrl":"/up/secret-path?signature=secret"}""") : new Answer(201, """{"id":"7"}""")).WriteAsync(context));
        var services = new ServiceCollection();
        using var lines = new Lines();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        services.AddServiceClient<DriveClient, DriveClientOptions>((_, options) => options.ServiceRoot = server.Root);
        await using ServiceProvider provider = services.BuildServiceProvider();
        using var content = new MemoryStream([1]);
        CreateSessionResponse session = await provider.GetRequiredService<DriveClient>().SendAsync(new CreateSessionRequest("1"), Watchdog.Token);
        await session.UploadAsync(content, cancellationToken: Watchdog.Token);

        Assert.Equal(2, server.Requests.Count);
        Assert.DoesNotContain(lines.Written, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_credential_fits_with_an_adapter()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(401, null, ("WWW-Authenticate", "Bearer claims=\"eyJhIjoxfQ==\"")), new Answer(200, "{}"));
        var azure = new FakeTokenCredential();
        var services = new ServiceCollection();
        services.AddSingleton<ApiCredential>(new AzureCredential(azure, "https://drive.example.com"));
        services.AddServiceClient<DriveClient, DriveClientOptions>((_, options) => options.ServiceRoot = server.Root);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<DriveClient>().SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], server.Requests.Select(request => request.Header("Authorization")));
        Assert.Equal([null, """{"a":1}"""], azure.Requests.Select(request => request.Claims));
        Assert.All(azure.Requests, request => Assert.Equal(["https://drive.example.com/.default"], request.Scopes));
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Drive:" + setting.Key, (string?)setting.Value)))
        .Build().GetSection("Drive");

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _written = new();

        public IEnumerable<string> Written => _written;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            _written.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }

    private sealed class Counter : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>A client and its options as they are emitted.</summary>
public sealed class DriveClient(DriveClientOptions options) : ServiceClient(options)
{
    public DriveClientOptions Options => options;
}

public sealed class DriveClientOptions : ServiceClientOptions
{
    public DriveClientOptions() => ServiceRoot = new Uri("https://drive.example.com/v1.0");
}
