using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace DocGen.Tests.Harness;

/// <summary>A request that the server received.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query, still percent-encoded.</param>
/// <param name="Headers">The header fields by name, in any case.</param>
/// <param name="Body">The whole body.</param>
public sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers,
    byte[] Body)
{
    /// <summary>The body as UTF-8 text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

/// <summary>A real HTTP server on a free loopback port. It records the requests.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    private LoopbackServer(WebApplication application) => _application = application;

    /// <summary>The server's root, with a slash at its end.</summary>
    public Uri Uri => new(_application.Urls.Single() + "/");

    /// <summary>The requests that have arrived, in order.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>Starts a server that calls <paramref name="answer"/> to respond to each request.</summary>
    public static async Task<LoopbackServer> StartAsync(Func<ReceivedRequest, HttpResponse, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        var server = new LoopbackServer(application);
        application.Run(context => server.AnswerAsync(context, answer));
        await application.StartAsync();
        return server;
    }

    /// <summary>Starts a server that returns the same response to every request.</summary>
    public static Task<LoopbackServer> StartAsync(int status, string body = "",
        string contentType = "application/json") =>
        StartAsync((_, response) =>
        {
            response.StatusCode = status;
            if (body.Length == 0)
                return Task.CompletedTask;
            response.ContentType = contentType;
            return response.WriteAsync(body);
        });

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<ReceivedRequest, HttpResponse, Task> answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new ReceivedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        _requests.Enqueue(request);
        await answer(request, context.Response);
    }
}
