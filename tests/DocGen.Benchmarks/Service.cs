using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace DocGen.Benchmarks;

/// <summary>Returns responses from memory, without a network.</summary>
internal sealed class MemoryHandler : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        // Serialize the body, as sending it over a socket would.
        if (request.Content is { } content)
            await content.CopyToAsync(Stream.Null, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(
                Service.Answer(request.RequestUri!.AbsolutePath))
            { Headers = { ContentType = Json } },
        };
    }
}

/// <summary>Returns the same responses from a real server on loopback.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Service(WebApplication application) => _application = application;

    public Uri Root => new(_application.Urls.Single() + "/v1.0/");

    /// <summary>
    /// Returns the response body for a path. The id of the item in the path is the name of the payload.
    /// </summary>
    public static byte[] Answer(string path)
    {
        Payload payload = path.Contains("/" + nameof(Payload.Realistic), StringComparison.Ordinal)
            ? Payload.Realistic : Payload.Different;
        return path.EndsWith("/children", StringComparison.Ordinal) ? payload.Page : payload.Item;
    }

    public static async Task<Service> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            byte[] answer = Answer(context.Request.Path);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await application.StartAsync();
        return new Service(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
