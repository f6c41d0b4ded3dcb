using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace DocGen.Runtime.Tests.Support;

/// <summary>A real HTTP server on loopback, on a port that the system chooses. It records the requests.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    private LoopbackServer(WebApplication application) => _application = application;

    public Uri Root { get; private set; } = null!;

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>Called after each read of a request's body with the number of bytes read so far.</summary>
    public Func<long, Task>? Arriving { get; set; }

    public static async Task<LoopbackServer> StartAsync(Func<HttpContext, ReceivedRequest, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        WebApplication application = builder.Build();
        var server = new LoopbackServer(application);
        application.Run(async context =>
        {
            ReceivedRequest request = await ReceivedRequest.ReadAsync(context, server.Arriving);
            server._requests.Enqueue(request);
            await answer(context, request);
        });
        await application.StartAsync();
        server.Root = new Uri(application.Urls.Single());
        return server;
    }

    /// <summary>Starts a server that returns the answers in order and then repeats the last answer.</summary>
    public static Task<LoopbackServer> StartAsync(params Answer[] answers)
    {
        int next = -1;
        return StartAsync((context, _) =>
            answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)].WriteAsync(context));
    }

    public TestClient CreateClient(Action<ServiceClientOptions>? configure = null, string path = "/v1.0")
    {
        var options = new ServiceClientOptions
        {
            ServiceRoot = new Uri(Root, path),
            TimeProvider = new AdvancingTime()
        };
        configure?.Invoke(options);
        return new TestClient(options);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}

/// <summary>A request that the server received.</summary>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers,
    byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<ReceivedRequest> ReadAsync(HttpContext context, Func<long, Task>? arriving = null)
    {
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            body.Write(buffer, 0, count);
            if (arriving is not null)
                await arriving(body.Length);
        }

        return new ReceivedRequest(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }
}

/// <summary>A response that the server sends.</summary>
internal sealed record Answer(int Status, string? Json = null, params (string Name, string Value)[] Headers)
{
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach ((string name, string value) in Headers)
            context.Response.Headers.Append(name, value);
        if (Json is null)
            return;
        context.Response.ContentType ??= "application/json";
        await context.Response.WriteAsync(Json, context.RequestAborted);
    }
}
