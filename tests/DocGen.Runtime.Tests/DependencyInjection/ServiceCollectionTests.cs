using System.Collections.Concurrent;
using DocGen.Runtime.Tests.Support;
using DocGen.Soak;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using AdvancingTime = DocGen.Runtime.Tests.Support.AdvancingTime;

namespace DocGen.Runtime.Tests.DependencyInjection;

public sealed class ServiceCollectionTests
{
    [Fact]
    public async Task A_client_reads_its_options_from_configuration()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(503),
            new Answer(200, """{"id":"1"}"""));
        IConfiguration configuration = Configuration(
            ("ServiceRoot", new Uri(server.Root, "/v1.0").AbsoluteUri), ("AllowedHosts:0", "a.example.com"),
            ("AllowedHosts:1", "b.example.com"),
            ("Retry:MaxRetries", "5"), ("Retry:BaseDelay", "00:00:00.001"), ("Retry:MaxDelay", "00:00:02"),
            ("Retry:MaxTotalDelay", "00:01:00"), ("Retry:NetworkTimeout", "00:00:30"),
            ("ThrowOnMisfits", "true"), ("MaxResponseBodySize", "1000000"), ("MaxEmptyPages", "7"));
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
        Assert.Equal((true, 1_000_000, 7),
            (options.ThrowOnMisfits, options.MaxResponseBodySize, options.MaxEmptyPages));
        Assert.Equal(
            (5, 0.001, 2.0, 60.0, 30.0),
            (options.Retry.MaxRetries, options.Retry.BaseDelay.TotalSeconds, options.Retry.MaxDelay.TotalSeconds,
                options.Retry.MaxTotalDelay.TotalSeconds, options.Retry.NetworkTimeout.TotalSeconds));
    }

    [Fact]
    public async Task Missing_settings_keep_their_defaults_and_code_overrides_configuration()
    {
        var services = new ServiceCollection();
        services.AddServiceClient<DriveClient, DriveClientOptions>(Configuration(("Retry:MaxRetries", "5")),
            options => options.Retry.MaxRetries = 1);
        services.PostConfigure<DriveClientOptions>(options => options.AllowedHosts.Add("c.example.com"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        DriveClientOptions options = provider.GetRequiredService<DriveClient>().Options;

        Assert.Equal("https://drive.example.com/v1.0", options.ServiceRoot!.AbsoluteUri);
        Assert.Equal((1, null, false), (options.Retry.MaxRetries, options.Credential, options.ThrowOnMisfits));
        Assert.Equal(["c.example.com"], options.AllowedHosts);
        Assert.Equal(Timeout.InfiniteTimeSpan, options.HttpClient!.Timeout);
    }

    [Theory]
    [InlineData("ServiceRoot", "not absolute")]
    [InlineData("Retry:MaxRetries", "-1")]
    [InlineData("Retry:MaxRetries", "99999999999")]
    [InlineData("Retry:BaseDelay", "soon")]
    [InlineData("MaxEmptyPages", "many")]
    [InlineData("ThrowOnMisfits", "yes")]
    [InlineData("AllowedHosts", "a.example.com")]
    public async Task An_error_names_the_key_of_an_invalid_setting(string key, string value)
    {
        var services = new ServiceCollection();
        services.AddServiceClient<DriveClient, DriveClientOptions>(Configuration((key, value)));
        await using ServiceProvider provider = services.BuildServiceProvider();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => provider.GetRequiredService<DriveClient>());

        Assert.Contains($"'Drive:{key}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_clients_of_one_class_have_separate_options_and_handlers()
    {
        await using LoopbackServer first = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        await using LoopbackServer second = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        await using LoopbackServer third = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        var services = new ServiceCollection();
        var counter = new Counter();
        services.AddSingleton(ApiCredential.FromToken("shared"));
        services.AddKeyedSingleton("fabrikam", ApiCredential.FromToken("fabrikam"));
        services.AddServiceClient<DriveClient, DriveClientOptions>(
            "contoso", Configuration(("ServiceRoot", first.Root.AbsoluteUri),
                ("AllowedHosts:0", "files.contoso.example")),
            options => options.Retry.MaxRetries = 9);
        services.AddServiceClient<DriveClient, DriveClientOptions>("fabrikam", (_, options) =>
        {
            options.ServiceRoot = second.Root;
            options.AllowedHosts.Add("files.fabrikam.example");
        }).AddHttpMessageHandler(() => counter);
        services.AddServiceClient<DriveClient, DriveClientOptions>((_, options) => options.ServiceRoot = third.Root);
        services.PostConfigure<DriveClientOptions>("fabrikam", options => options.MaxEmptyPages = 7);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var contoso = provider.GetRequiredKeyedService<DriveClient>("contoso");
        var fabrikam = provider.GetRequiredKeyedService<DriveClient>("fabrikam");
        DriveClient unnamed = provider.GetRequiredService<DriveClient>();
        foreach (DriveClient client in new[] { contoso, fabrikam, unnamed })
            await client.SendAsync(TestRequest.Get(), Watchdog.Token);

        Assert.Equal(
            ["Bearer shared", "Bearer fabrikam", "Bearer shared"],
            new[] { first, second, third }.Select(server => Assert.Single(server.Requests).Header("Authorization")));
        Assert.Equal(["files.contoso.example"], contoso.Options.AllowedHosts);
        Assert.Equal(["files.fabrikam.example"], fabrikam.Options.AllowedHosts);
        Assert.Empty(unnamed.Options.AllowedHosts);
        Assert.Equal((9, 3, 3), (contoso.Options.Retry.MaxRetries, fabrikam.Options.Retry.MaxRetries,
            unnamed.Options.Retry.MaxRetries));
        Assert.Equal((1000, 7), (contoso.Options.MaxEmptyPages, fabrikam.Options.MaxEmptyPages));
        Assert.Equal(1, counter.Count);
        Assert.Same(fabrikam, provider.GetRequiredKeyedService<DriveClient>("fabrikam"));
        Assert.Same(unnamed, Assert.Single(provider.GetServices<DriveClient>()));
    }

    [Fact]
    public void A_second_registration_that_would_share_the_options_of_the_first_is_refused()
    {
        var services = new ServiceCollection();
        services.AddServiceClient<DriveClient, DriveClientOptions>();
        services.AddServiceClient<DriveClient, DriveClientOptions>("contoso");

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => services.AddServiceClient<DriveClient, DriveClientOptions>(Configuration()));
        Assert.Contains("AddServiceClient<DriveClient, DriveClientOptions>(\"name\"", error.Message,
            StringComparison.Ordinal);
        Assert.Contains("'contoso'", Assert.Throws<InvalidOperationException>(
            () => services.AddServiceClient<DriveClient, DriveClientOptions>("contoso")).Message,
            StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => services.AddServiceClient<OtherClient, DriveClientOptions>());
        services.AddServiceClient<OtherClient, ServiceClientOptions>();
    }

    [Theory]
    [InlineData("ServiceRoot", "http://drive.example.com", "ServiceRoot")]
    [InlineData("Retry:NetworkTimeout", "00:00:00", "Retry.NetworkTimeout")]
    [InlineData("Retry:NetworkTimeout", "50.00:00:00", "Retry.NetworkTimeout")]
    [InlineData("Retry:BaseDelay", "-00:00:01", "Retry.BaseDelay")]
    [InlineData("Retry:MaxDelay", "-00:00:01", "Retry.MaxDelay")]
    [InlineData("Retry:MaxDelay", "50.00:00:00", "Retry.MaxDelay")]
    [InlineData("Retry:MaxTotalDelay", "-00:00:01", "Retry.MaxTotalDelay")]
    [InlineData("UserAgent", "a\r\nX-Evil: 1", "User-Agent")]
    [InlineData("ClientRequestIdHeader", "not a name", "header")]
    public async Task An_error_names_invalid_options_when_the_host_starts(string key, string value, string name)
    {
        foreach (string? registration in new[] { null, "contoso" })
        {
            var services = new ServiceCollection();
            if (registration is null)
                services.AddServiceClient<DriveClient, DriveClientOptions>(Configuration((key, value)));
            else
                services.AddServiceClient<DriveClient, DriveClientOptions>(registration, Configuration((key, value)));
            await using ServiceProvider provider = services.BuildServiceProvider();

            var error = Assert.Throws<OptionsValidationException>(
                provider.GetRequiredService<IStartupValidator>().Validate);
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Options_are_validated_without_a_container_too()
    {
        Assert.Throws<ArgumentException>(() => new DriveClient(new DriveClientOptions { Retry = { MaxRetries = -1 } }));
        Assert.Throws<ArgumentException>(() => new DriveClient(new DriveClientOptions { MaxEmptyPages = -1 }));
        new DriveClient(new DriveClientOptions
        {
            Retry = { NetworkTimeout = Timeout.InfiniteTimeSpan, MaxTotalDelay = TimeSpan.MaxValue }
        }).Dispose();
    }

    [Fact]
    public async Task A_client_logs_requests_and_retries_without_parameter_values()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, request) => (request.Method switch
        {
            "POST" => new Answer(200, """{"uploadUrl":"/up/secret?signature=secret"}"""),
            "PUT" => new Answer(201, """{"id":"7"}"""),
            _ when request.Header("Retry-Attempt") is null =>
                new Answer(503, "", ("Retry-After", "2"), ("request-id", "r1")),
            _ => new Answer(200, "{}"),
        }).WriteAsync(context));
        var log = new Log();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddSingleton(ApiCredential.FromToken("secret"));
        services.AddSingleton<TimeProvider>(new AdvancingTime());
        services.AddServiceClient<DriveClient, DriveClientOptions>("contoso",
            (_, options) => options.ServiceRoot = server.Root);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<DriveClient>("contoso");
        await client.SendAsync(new TestRequest(HttpMethod.Get, "/items/{item-id}", "secret"), Watchdog.Token);
        CreateSessionResponse session = await client.SendAsync(new CreateSessionRequest("1"), Watchdog.Token);
        await session.UploadAsync(new MemoryStream([1]), cancellationToken: Watchdog.Token);

        string category = typeof(DriveClient).FullName + ".contoso";
        Assert.Collection(
            log.Lines.Where(line => line.Category == category),
            line => Assert.Matches(
                @"^Warning: GET /items/\{item-id\} at 127\.0\.0\.1 returned 503 after \d+ ms\. Request id: r1; ",
                line.Text),
            line => Assert.Equal("Warning: GET /items/{item-id} is sent again in 2000 ms; retry 1 after status 503.",
                line.Text),
            line => Assert.StartsWith("Information: GET /items/{item-id} at 127.0.0.1 returned 200 ", line.Text,
                StringComparison.Ordinal),
            line => Assert.StartsWith("Information: POST ", line.Text, StringComparison.Ordinal),
            line => Assert.StartsWith("Information: PUT {uploadUrl} at 127.0.0.1 returned 201 ", line.Text,
                StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_call_is_logged_as_a_warning_and_a_cancelled_call_as_information()
    {
        await using var resetting = new RawServer(RawServer.Reset(""));
        await using var silent = new RawServer(RawServer.Silence(""));
        var log = new Log();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));
        foreach ((string name, Uri root) in new[] { ("resetting", resetting.Root), ("silent", silent.Root) })
        {
            services.AddServiceClient<DriveClient, DriveClientOptions>(
                name, (_, options) => (options.ServiceRoot, options.Retry.MaxRetries) = (root, 0));
        }
        await using ServiceProvider provider = services.BuildServiceProvider();
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            provider.GetRequiredKeyedService<DriveClient>("resetting").SendAsync(TestRequest.Get(), Watchdog.Token));
        using var cancellation = new CancellationTokenSource();
        Task call = provider.GetRequiredKeyedService<DriveClient>("silent")
            .SendAsync(TestRequest.Get(), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Collection(
            log.Lines,
            line => Assert.StartsWith("Warning: GET /items/1 at 127.0.0.1 got no response after ", line.Text,
                StringComparison.Ordinal),
            line => Assert.StartsWith("Information: GET /items/1 at 127.0.0.1 got no response after ", line.Text,
                StringComparison.Ordinal));
        Assert.IsType<HttpRequestException>(log.Lines[0].Failure);
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
    public async Task Handlers_that_the_user_adds_see_every_attempt()
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
    public async Task Logs_never_contain_the_URL_of_an_upload_session()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            (context, request) => (request.Method == "POST"
            ? new Answer(200, """{"uploadUrl":"/up/secret-path?signature=secret"}""")
            : new Answer(201, """{"id":"7"}""")).WriteAsync(context));
        var services = new ServiceCollection();
        var log = new Log();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddServiceClient<DriveClient, DriveClientOptions>((_, options) => options.ServiceRoot = server.Root);
        await using ServiceProvider provider = services.BuildServiceProvider();
        using var content = new MemoryStream([1]);
        CreateSessionResponse session = await provider.GetRequiredService<DriveClient>()
            .SendAsync(new CreateSessionRequest("1"), Watchdog.Token);
        await session.UploadAsync(content, cancellationToken: Watchdog.Token);

        Assert.Equal(2, server.Requests.Count);
        Assert.DoesNotContain(log.Lines.Select(line => line.Text).Concat(log.Scopes),
            text => text.Contains("secret", StringComparison.Ordinal));
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(
            setting => KeyValuePair.Create("Drive:" + setting.Key, (string?)setting.Value)))
        .Build().GetSection("Drive");

    private sealed class Log : ILoggerProvider
    {
        private readonly ConcurrentQueue<(string, string, Exception?)> _lines = new();
        private readonly ConcurrentQueue<string> _scopes = new();

        public IReadOnlyList<(string Category, string Text, Exception? Failure)> Lines => [.. _lines];

        public IReadOnlyList<string> Scopes => [.. _scopes];

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines, _scopes);

        public void Dispose()
        {
        }

        private sealed class Logger(
            string category, ConcurrentQueue<(string, string, Exception?)> lines,
            ConcurrentQueue<string> scopes) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                scopes.Enqueue(state.ToString() ?? "");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception,
                Func<TState, Exception?, string> formatter) =>
                lines.Enqueue((category, $"{logLevel}: {formatter(state, exception)}", exception));
        }
    }

    private sealed class Counter : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>A client with its options, in the form that the generator emits.</summary>
public sealed class DriveClient(DriveClientOptions options) : ServiceClient(options)
{
    public DriveClientOptions Options => options;
}

public sealed class OtherClient(ServiceClientOptions options) : ServiceClient(options);

public sealed class DriveClientOptions : ServiceClientOptions
{
    public DriveClientOptions() => ServiceRoot = new Uri("https://drive.example.com/v1.0");
}
